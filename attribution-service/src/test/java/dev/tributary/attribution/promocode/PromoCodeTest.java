package dev.tributary.attribution.promocode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tributary.attribution.owner.Owner;
import dev.tributary.attribution.promocode.PromoCodeChange.Field;
import dev.tributary.runtime.api.Rejected;
import dev.tributary.type.v1.ErrorReason;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PromoCodeTest {
  private static final Owner ANNA = new Owner("col-anna", "anna", "spring");
  private static final Owner BO = new Owner("col-bo", "bo", "spring");
  private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");
  private static final Instant APRIL = Instant.parse("2026-04-01T00:00:00Z");
  private static final Instant MAY = Instant.parse("2026-05-01T00:00:00Z");

  private final PromoCode code =
      new NewPromoCode(
              "code-1",
              "ANNA10",
              "anna10",
              "main",
              Optional.of(ANNA),
              Optional.of(MARCH),
              Optional.of(MAY),
              false,
              CodeEnforcement.SHOP,
              CodeCredit.DEFAULT,
              CodeTerms.NONE)
          .created(MARCH);

  @Test
  void a_code_is_valid_from_its_start_until_just_before_its_end() {
    assertThat(code.refusalAt(MARCH.minusNanos(1000))).contains(Refusal.NOT_STARTED);
    assertThat(code.refusalAt(MARCH)).isEmpty();
    assertThat(code.refusalAt(MAY.minusNanos(1000))).isEmpty();
    assertThat(code.refusalAt(MAY)).contains(Refusal.ENDED);
  }

  @Test
  void a_new_owner_owns_from_the_change_on_and_the_old_one_keeps_what_came_before()
      throws Rejected {
    PromoCode changed = owned(Optional.of(BO)).applyTo(code, APRIL);

    assertThat(changed.ownerAt(APRIL.minusNanos(1000))).contains(ANNA);
    assertThat(changed.ownerAt(APRIL)).contains(BO);
    assertThat(changed.ownerAt(Instant.EPOCH)).contains(ANNA);
    assertThat(changed.owner()).contains(BO);
    assertThat(changed.version()).isEqualTo(2);
  }

  @Test
  void a_code_can_be_taken_from_its_owner_and_given_to_nobody() throws Rejected {
    PromoCode changed = owned(Optional.empty()).applyTo(code, APRIL);

    assertThat(changed.ownerAt(APRIL)).isEmpty();
    assertThat(changed.ownerAt(MARCH)).contains(ANNA);
  }

  @Test
  void a_clock_that_was_set_back_does_not_turn_owners_around() throws Rejected {
    PromoCode changed = owned(Optional.of(BO)).applyTo(code, APRIL);
    PromoCode back = owned(Optional.of(ANNA)).applyTo(changed, MARCH);

    assertThat(back.owner()).contains(ANNA);
    assertThat(back.ownerAt(APRIL)).contains(ANNA);
    assertThat(back.ownerAt(APRIL.minusNanos(1000))).contains(ANNA);
    assertThat(back.owners()).hasSize(3);
  }

  @Test
  void the_same_owner_again_changes_nothing() throws Rejected {
    assertThat(owned(Optional.of(ANNA)).applyTo(code, APRIL)).isSameAs(code);
  }

  @Test
  void a_code_switched_off_is_refused_from_then_on_but_not_for_uses_before() throws Rejected {
    PromoCode off = disabled(true).applyTo(code, APRIL);

    assertThat(off.refusalAt(APRIL.minusNanos(1000))).isEmpty();
    assertThat(off.refusalAt(APRIL)).contains(Refusal.DISABLED);
    assertThat(disabled(true).applyTo(off, MAY)).isSameAs(off);
    assertThat(disabled(false).applyTo(off, MAY).refusalAt(APRIL)).isEmpty();
  }

  @Test
  void only_fields_that_the_change_names_get_new_values() throws Rejected {
    PromoCode changed =
        change(Set.of(Field.END_TIME), Optional.of(BO), Optional.empty(), Optional.empty(), true)
            .applyTo(code, APRIL);

    assertThat(changed.endTime()).isEmpty();
    assertThat(changed.startTime()).contains(MARCH);
    assertThat(changed.owner()).contains(ANNA);
    assertThat(changed.disabled()).isFalse();
    assertThat(changed.enforcement()).isEqualTo(CodeEnforcement.SHOP);
  }

  @Test
  void a_start_that_is_not_before_the_end_that_stays_is_refused() {
    PromoCodeChange change =
        change(
            EnumSet.of(Field.START_TIME),
            Optional.empty(),
            Optional.of(MAY),
            Optional.empty(),
            false);

    Rejected rejected = catchThrowableOfType(Rejected.class, () -> change.applyTo(code, APRIL));

    assertThat(rejected.reason()).isEqualTo(ErrorReason.ERROR_REASON_TIME_ORDER);
    assertThat(rejected.field()).isEqualTo("end_time");
  }

  private static PromoCodeChange owned(Optional<Owner> owner) {
    return change(Set.of(Field.OWNER), owner, Optional.empty(), Optional.empty(), false);
  }

  private static PromoCodeChange disabled(boolean disabled) {
    return change(
        Set.of(Field.DISABLED), Optional.empty(), Optional.empty(), Optional.empty(), disabled);
  }

  private static PromoCodeChange change(
      Set<Field> fields,
      Optional<Owner> owner,
      Optional<Instant> startTime,
      Optional<Instant> endTime,
      boolean disabled) {
    return new PromoCodeChange(
        "code-1",
        fields,
        owner,
        startTime,
        endTime,
        disabled,
        CodeEnforcement.TRIBUTARY,
        new CodeCredit(CodeCreditPolicy.SPLIT, 5_000),
        CodeTerms.NONE,
        OptionalLong.empty());
  }
}
