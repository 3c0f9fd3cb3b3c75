package dev.tributary.attribution.commission;

import static dev.tributary.attribution.Samples.time;
import static dev.tributary.attribution.commission.Payroll.order;
import static dev.tributary.attribution.commission.Payroll.terms;
import static dev.tributary.runtime.testing.Statuses.failureOf;
import static dev.tributary.runtime.testing.Statuses.fieldsOf;
import static dev.tributary.runtime.testing.Statuses.metadataOf;
import static dev.tributary.runtime.testing.Statuses.reasonOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.attribution.Names;
import dev.tributary.attribution.Samples;
import dev.tributary.attribution.TestAttribution;
import dev.tributary.attribution.conversion.Orders;
import dev.tributary.attribution.v1.CommissionBonus;
import dev.tributary.attribution.v1.CommissionCaps;
import dev.tributary.attribution.v1.CommissionFee;
import dev.tributary.attribution.v1.CommissionRate;
import dev.tributary.attribution.v1.CommissionTerms;
import dev.tributary.attribution.v1.CommissionTier;
import dev.tributary.attribution.v1.CommissionTiers;
import dev.tributary.attribution.v1.ConversionType;
import dev.tributary.attribution.v1.FlatCommission;
import dev.tributary.attribution.v1.GetTermsRequest;
import dev.tributary.attribution.v1.HoldingStart;
import dev.tributary.attribution.v1.ListTermsRequest;
import dev.tributary.attribution.v1.ListTermsResponse;
import dev.tributary.attribution.v1.Storefront;
import dev.tributary.attribution.v1.TierBasis;
import dev.tributary.attribution.v1.TierMode;
import dev.tributary.runtime.testing.TestDatabases;
import dev.tributary.type.v1.ErrorReason;
import dev.tributary.type.v1.Money;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Terms of collaborations. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class TermsTest {
  private final TestAttribution service;

  TermsTest(TestDatabases kind) {
    service = TestAttribution.start(kind);
  }

  @AfterAll
  void stop() {
    service.close();
  }

  @Test
  void terms_come_back_as_they_were_put() {
    Payroll payroll = new Payroll(service);
    CommissionTerms everything = everything().build();

    CommissionTerms put = payroll.put(everything.toBuilder()).getTerms();

    assertThat(put)
        .isEqualTo(
            everything.toBuilder()
                .setTermsVersion(1)
                .setCreateTime(time(TestAttribution.NOW))
                .build());
    assertThat(inForce(payroll, "col-anna")).isEqualTo(put);
    assertThat(list(payroll, "").getTermsList()).containsExactly(put);
  }

  @Test
  void the_newest_version_again_changes_nothing() {
    Payroll payroll = new Payroll(service);
    var first = payroll.put(terms());

    assertThat(payroll.put(terms())).isEqualTo(first);
    assertThat(payroll.put(terms().setHoldingDays(5)).getTerms().getTermsVersion()).isEqualTo(2);
  }

  @Test
  void versions_are_listed_by_collaboration_and_version_in_pages() {
    Payroll payroll = new Payroll(service);
    payroll.put(terms());
    payroll.put(terms().setHoldingDays(5));
    payroll.put(terms(Samples.BO));

    ListTermsResponse first =
        payroll.calls().listTerms(ListTermsRequest.newBuilder().setPageSize(2).build());
    ListTermsResponse second =
        payroll
            .calls()
            .listTerms(
                ListTermsRequest.newBuilder()
                    .setPageSize(2)
                    .setPageToken(first.getNextPageToken())
                    .build());

    assertThat(first.getTermsList())
        .extracting(CommissionTerms::getTermsVersion)
        .containsExactly(1, 2);
    assertThat(second.getTermsList())
        .extracting(each -> each.getOwner().getCreatorId())
        .containsExactly("bo");
    assertThat(second.getNextPageToken()).isEmpty();
    assertThat(list(payroll, "col-bo").getTermsCount()).isEqualTo(1);
  }

  @Test
  void months_are_cut_in_the_zone_of_the_main_storefront_unless_told() {
    assertThat(new Payroll(service).put(terms().clearTimeZone()).getTerms().getTimeZone())
        .isEqualTo("UTC");
    Payroll berlin = new Payroll(service);
    berlin.shop().has(Storefront.newBuilder().setStorefrontId("main").setTimeZone("Europe/Berlin"));
    assertThat(berlin.put(terms().clearTimeZone()).getTerms().getTimeZone())
        .isEqualTo("Europe/Berlin");
  }

  @Test
  @Names("ErrorReason.TERMS_IN_USE")
  void terms_that_a_conversion_was_credited_under_are_not_replaced() {
    Payroll payroll = new Payroll(service).paying(terms());
    payroll.shop().record(order("o-1", 10_000));

    StatusRuntimeException failure =
        failureOf(() -> payroll.put(terms().setStartTime(time(Orders.TIME))));

    assertThat(reasonOf(failure)).isEqualTo(ErrorReason.ERROR_REASON_TERMS_IN_USE);
    assertThat(metadataOf(failure))
        .containsEntry("conversion_time", Orders.TIME.toString())
        .containsEntry("collaboration_id", "col-anna");
    assertThat(
            payroll
                .put(terms().setStartTime(time(Orders.TIME.plusNanos(1_000))).setHoldingDays(3))
                .getTerms()
                .getTermsVersion())
        .isEqualTo(2);
  }

  @Test
  void the_first_terms_may_start_before_orders_that_were_recorded() {
    Payroll payroll = new Payroll(service);
    payroll.shop().has(Samples.code("ANNA"));
    payroll.shop().record(order("o-1", 10_000));

    payroll.put(terms());

    assertThat(payroll.open().getLines(0).getAmountMinor()).isEqualTo(1_000);
  }

  @Test
  void terms_start_in_the_past_where_nothing_was_sold_yet() {
    Payroll payroll = new Payroll(service).paying(terms());
    payroll.shop().record(order("o-1", 10_000));
    payroll.put(terms().setStartTime(time(Orders.TIME.plusSeconds(1))).setHoldingDays(1));

    assertThat(
            payroll
                .put(terms().setStartTime(time(Orders.TIME.plusSeconds(9))).setHoldingDays(2))
                .getTerms()
                .getTermsVersion())
        .isEqualTo(3);
  }

  @Test
  void a_collaboration_without_terms_has_none() {
    Payroll payroll = new Payroll(service);
    payroll.put(terms());

    assertThat(reasonOf(failureOf(() -> inForce(payroll, "col-bo"))))
        .isEqualTo(ErrorReason.ERROR_REASON_NOT_FOUND);
    assertThat(
            reasonOf(
                failureOf(
                    () ->
                        payroll
                            .calls()
                            .getTerms(
                                GetTermsRequest.newBuilder()
                                    .setCollaborationId("col-anna")
                                    .setTime(time(Payroll.DAY_1.minus(Duration.ofDays(101))))
                                    .build()))))
        .isEqualTo(ErrorReason.ERROR_REASON_NOT_FOUND);
  }

  @Test
  void another_creator_of_the_same_collaboration_is_refused() {
    Payroll payroll = new Payroll(service);
    payroll.put(terms());

    assertThat(
            fieldsOf(
                failureOf(
                    () ->
                        payroll.put(
                            terms(Samples.ANNA.toBuilder().setCreatorId("other").build())
                                .setHoldingDays(9)))))
        .containsExactly("terms.owner");
  }

  static List<Wrong> wrongFields() {
    return List.of(
        wrong("terms.owner", CommissionTerms.Builder::clearOwner),
        wrong("terms.start_time", CommissionTerms.Builder::clearStartTime),
        wrong("terms.time_zone", terms -> terms.setTimeZone("+01:00")),
        wrong("terms.rate.basis_points", terms -> rate(terms, 10_001)),
        wrong("terms.first_purchases", terms -> terms.setFirstPurchases(-1)),
        wrong("terms.holding_days", terms -> terms.setHoldingDays(366)),
        wrong("terms.holding_start", terms -> terms.setHoldingStartValue(99)),
        wrong(
            "terms.minimum_payouts[0].currency_code",
            terms -> terms.addMinimumPayouts(money("XXQ", 1))),
        wrong(
            "terms.minimum_payouts[1]",
            terms -> terms.addMinimumPayouts(money("EUR", 1)).addMinimumPayouts(money("EUR", 2))),
        wrong(
            "terms.caps.month[0].minor_units",
            terms -> terms.setCaps(CommissionCaps.newBuilder().addMonth(money("EUR", -1)))),
        wrong("terms.tiers.tiers", terms -> terms.setTiers(CommissionTiers.getDefaultInstance())),
        wrong(
            "terms.tiers.tiers[0].from_sales.currency_code",
            terms ->
                terms.setTiers(
                    CommissionTiers.newBuilder().addTiers(CommissionTier.getDefaultInstance()))),
        wrong("terms.tiers.tiers[1]", terms -> terms.setTiers(tiers(100, 100))),
        wrong(
            "terms.rate.flats[0].type",
            terms ->
                terms.setRate(
                    CommissionRate.newBuilder()
                        .addFlats(FlatCommission.newBuilder().setAmount(money("EUR", 1))))),
        wrong("terms.fees[0].fee_id", terms -> terms.addFees(fee("").build())),
        wrong("terms.fees[0].fee_id", terms -> terms.addFees(fee("x".repeat(51)).build())),
        wrong("terms.fees[1].fee_id", terms -> terms.addFees(fee("a")).addFees(fee("a"))),
        wrong(
            "terms.fees[0].amount.minor_units",
            terms -> terms.addFees(fee("a").setAmount(money("EUR", 0)))),
        wrong("terms.bonuses[0]", terms -> terms.addBonuses(bonus("a"))),
        wrong(
            "terms.bonuses[0].bonus_id",
            terms -> terms.addFees(fee("a")).addBonuses(bonus("a").setConversions(1))));
  }

  @ParameterizedTest
  @MethodSource("wrongFields")
  void terms_with_a_wrong_field_are_refused(Wrong wrong) {
    Payroll payroll = new Payroll(service);

    assertThat(fieldsOf(failureOf(() -> payroll.put(wrong.change.apply(terms())))))
        .containsExactly(wrong.field);
  }

  private static CommissionTerms.Builder everything() {
    return terms()
        .setTimeZone("Europe/Berlin")
        .setRate(
            CommissionRate.newBuilder()
                .setBasisPoints(290)
                .addFlats(
                    FlatCommission.newBuilder()
                        .setType(ConversionType.CONVERSION_TYPE_SIGN_UP)
                        .setAmount(money("EUR", 500))))
        .setTiers(
            tiers(10_000, 20_000)
                .setBasis(TierBasis.TIER_BASIS_NET_SALES)
                .setMode(TierMode.TIER_MODE_RETROACTIVE))
        .setCaps(
            CommissionCaps.newBuilder()
                .addOrder(money("EUR", 1))
                .addMonth(money("EUR", 2))
                .addTotal(money("EUR", 3)))
        .setFirstPurchases(2)
        .setHoldingDays(14)
        .setHoldingStart(HoldingStart.HOLDING_START_LAST_POSTING)
        .addMinimumPayouts(money("EUR", 2_500))
        .addFees(fee("retainer"))
        .addFees(fee("signing").setDueTime(time(TestAttribution.NOW)))
        .addBonuses(bonus("first").setConversions(10))
        .addBonuses(bonus("second").setNetSales(money("EUR", 100_000)));
  }

  private static CommissionTiers.Builder tiers(long first, long second) {
    CommissionRate.Builder rate = CommissionRate.newBuilder().setBasisPoints(500);
    return CommissionTiers.newBuilder()
        .addTiers(CommissionTier.newBuilder().setFromSales(money("EUR", first)).setRate(rate))
        .addTiers(CommissionTier.newBuilder().setFromSales(money("EUR", second)).setRate(rate));
  }

  private static CommissionTerms.Builder rate(CommissionTerms.Builder terms, int basisPoints) {
    return terms.setRate(CommissionRate.newBuilder().setBasisPoints(basisPoints));
  }

  private static CommissionFee.Builder fee(String feeId) {
    return CommissionFee.newBuilder().setFeeId(feeId).setAmount(money("EUR", 100));
  }

  private static CommissionBonus.Builder bonus(String bonusId) {
    return CommissionBonus.newBuilder().setBonusId(bonusId).setAmount(money("EUR", 100));
  }

  private static Money money(String currency, long minor) {
    return Money.newBuilder().setCurrencyCode(currency).setMinorUnits(minor).build();
  }

  private static CommissionTerms inForce(Payroll payroll, String collaborationId) {
    return payroll
        .calls()
        .getTerms(GetTermsRequest.newBuilder().setCollaborationId(collaborationId).build())
        .getTerms();
  }

  private static ListTermsResponse list(Payroll payroll, String collaborationId) {
    return payroll
        .calls()
        .listTerms(ListTermsRequest.newBuilder().setCollaborationId(collaborationId).build());
  }

  private static Wrong wrong(String field, UnaryOperator<CommissionTerms.Builder> change) {
    return new Wrong(field, change);
  }

  private record Wrong(String field, UnaryOperator<CommissionTerms.Builder> change) {
    @Override
    public String toString() {
      return field;
    }
  }
}
