package dev.tributary.attribution.promocode;

import static dev.tributary.attribution.Samples.code;
import static dev.tributary.attribution.Samples.statuses;
import static dev.tributary.attribution.TestAttribution.NOW;
import static dev.tributary.runtime.testing.Statuses.failureOf;
import static dev.tributary.runtime.testing.Statuses.fieldsOf;
import static dev.tributary.runtime.testing.Statuses.reasonOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.attribution.v1.CodeDiscount;
import dev.tributary.attribution.v1.CodeLimits;
import dev.tributary.attribution.v1.FixedDiscount;
import dev.tributary.attribution.v1.PromoCode;
import dev.tributary.runtime.testing.TestDatabases;
import dev.tributary.type.v1.ErrorReason;
import dev.tributary.type.v1.Money;
import org.junit.jupiter.api.Test;

/** Limits and discounts of promo codes, as they are told, kept and changed. */
abstract class UpdateTermsTest extends PromoCodeCalls {
  private static final CodeLimits LIMITS =
      CodeLimits.newBuilder()
          .setMaxUses(500)
          .setMaxUsesPerCustomer(1)
          .setBudget(money("EUR", 100_000))
          .setFirstOrderOnly(true)
          .addMinimumAmounts(money("USD", 6_000))
          .addMinimumAmounts(money("EUR", 5_000))
          .build();
  private static final CodeDiscount SHARE = CodeDiscount.newBuilder().setBasisPoints(1_250).build();

  UpdateTermsTest(TestDatabases kind) {
    super(kind);
  }

  @Test
  void terms_are_read_back_as_told_and_a_check_answers_them() {
    var stub = stub();
    create(stub, code("ANNA10").setLimits(LIMITS).setDiscount(fixed("USD", "EUR")).build());

    PromoCode read = get(stub, "ANNA10");

    assertThat(read.getLimits())
        .isEqualTo(
            LIMITS.toBuilder()
                .clearMinimumAmounts()
                .addMinimumAmounts(money("EUR", 5_000))
                .addMinimumAmounts(money("USD", 6_000))
                .build());
    assertThat(read.getDiscount()).isEqualTo(fixed("EUR", "USD"));
    assertThat(check(stub, "anna10", NOW).getPromoCode()).isEqualTo(read);
  }

  @Test
  void terms_are_changed_one_by_one_and_a_resend_of_the_creation_stays_known() {
    var stub = stub();
    PromoCode created = code("ANNA10").setLimits(LIMITS).setDiscount(SHARE).build();
    create(stub, created);

    PromoCode unlimited =
        update(stub, PromoCode.newBuilder().setCodeId("ANNA10").build(), "limits");
    PromoCode cheaper =
        update(
            stub,
            PromoCode.newBuilder().setCodeId("ANNA10").setDiscount(fixed("EUR")).build(),
            "discount");

    assertThat(unlimited.hasLimits()).isFalse();
    assertThat(unlimited.getDiscount()).isEqualTo(SHARE);
    assertThat(cheaper.getDiscount()).isEqualTo(fixed("EUR"));
    assertThat(cheaper.getVersion()).isEqualTo(3);
    assertThat(get(stub, "ANNA10")).isEqualTo(cheaper);
    assertThat(
            statuses(
                create(
                        stub,
                        created,
                        created.toBuilder().clearLimits().build(),
                        created.toBuilder().clearDiscount().build())
                    .getResultsList()))
        .containsExactly("ALREADY_RECORDED", "ID_REUSED limits", "ID_REUSED discount");
  }

  @Test
  void wrong_terms_are_refused_naming_their_field() {
    assertThat(
            statuses(
                create(
                        stub(),
                        limited(CodeLimits.newBuilder().setMaxUses(0)),
                        limited(CodeLimits.newBuilder().setMaxUsesPerCustomer(-1)),
                        limited(CodeLimits.newBuilder().setBudget(money("EUR", 0))),
                        limited(CodeLimits.newBuilder().setBudget(money("XXX", 1))),
                        limited(
                            CodeLimits.newBuilder()
                                .addMinimumAmounts(money("EUR", 1))
                                .addMinimumAmounts(money("EUR", 2))),
                        discounted(CodeDiscount.newBuilder()),
                        discounted(CodeDiscount.newBuilder().setBasisPoints(10_001)),
                        discounted(CodeDiscount.newBuilder().setFixed(FixedDiscount.newBuilder())))
                    .getResultsList()))
        .containsExactly(
            "OUT_OF_RANGE limits.max_uses",
            "OUT_OF_RANGE limits.max_uses_per_customer",
            "OUT_OF_RANGE limits.budget.minor_units",
            "CURRENCY_UNKNOWN limits.budget.currency_code",
            "FIELD_MALFORMED limits.minimum_amounts",
            "FIELD_MISSING discount",
            "OUT_OF_RANGE discount.basis_points",
            "FIELD_MISSING discount.fixed.amounts");
  }

  @Test
  void a_change_of_terms_names_them_and_is_judged_like_a_creation() {
    var stub = stub();
    create(stub, code("ANNA10").build());
    PromoCode limited = PromoCode.newBuilder().setCodeId("ANNA10").setLimits(LIMITS).build();

    assertThat(reasonOf(failureOf(() -> update(stub, limited, "discount"))))
        .isEqualTo(ErrorReason.ERROR_REASON_UNMASKED_UPDATE);
    assertThat(
            fieldsOf(
                failureOf(
                    () ->
                        update(
                            stub,
                            limited.toBuilder()
                                .setLimits(CodeLimits.newBuilder().setMaxUses(0))
                                .build(),
                            "limits"))))
        .containsExactly("promo_code.limits.max_uses");
  }

  private static PromoCode limited(CodeLimits.Builder limits) {
    return code("ANNA10").setLimits(limits).build();
  }

  private static PromoCode discounted(CodeDiscount.Builder discount) {
    return code("ANNA10").setDiscount(discount).build();
  }

  private static CodeDiscount fixed(String... currencies) {
    var amounts = FixedDiscount.newBuilder();
    for (String currency : currencies) {
      amounts.addAmounts(money(currency, 1_000));
    }
    return CodeDiscount.newBuilder().setFixed(amounts).build();
  }

  private static Money money(String currency, long minor) {
    return Money.newBuilder().setCurrencyCode(currency).setMinorUnits(minor).build();
  }
}
