package dev.tributary.attribution.promocode;

import dev.tributary.attribution.owner.Owner;
import dev.tributary.runtime.api.Rejected;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A change of a code. The values of fields that are not named mean nothing.
 *
 * @param codeId which code
 * @param fields which fields get a new value
 * @param owner the new owner; empty for nobody
 * @param startTime the new start of validity; empty for none
 * @param endTime the new end of validity; empty for none
 * @param disabled whether the code is switched off
 * @param enforcement who refuses uses from now on
 * @param credit how the code and touches rank from now on
 * @param terms the new limits and the new discount
 * @param expectedVersion the version that the code must have, if the caller cares
 */
record PromoCodeChange(
    String codeId,
    Set<Field> fields,
    Optional<Owner> owner,
    Optional<Instant> startTime,
    Optional<Instant> endTime,
    boolean disabled,
    CodeEnforcement enforcement,
    CodeCredit credit,
    CodeTerms terms,
    OptionalLong expectedVersion) {

  /** What can be changed. */
  enum Field {
    OWNER,
    START_TIME,
    END_TIME,
    DISABLED,
    ENFORCED_BY,
    CREDIT_POLICY,
    CREDIT_SCOPE,
    LIMITS,
    DISCOUNT
  }

  /**
   * The code after the change; the same version if nothing is different.
   *
   * @param now from when a new owner owns and a switched-off code is refused
   */
  PromoCode applyTo(PromoCode code, Instant now) throws Rejected {
    Optional<Instant> newStart = fields.contains(Field.START_TIME) ? startTime : code.startTime();
    Optional<Instant> newEnd = fields.contains(Field.END_TIME) ? endTime : code.endTime();
    PromoCode.requireOrder(newStart, newEnd);
    return code.withState(
        ownersOf(code, now),
        newStart,
        newEnd,
        disabledSince(code, now),
        fields.contains(Field.ENFORCED_BY) ? enforcement : code.enforcement(),
        new CodeCredit(
            (fields.contains(Field.CREDIT_POLICY) ? credit : code.credit()).policy(),
            (fields.contains(Field.CREDIT_POLICY) ? credit : code.credit()).splitBasisPoints(),
            (fields.contains(Field.CREDIT_SCOPE) ? credit : code.credit()).futureDays()),
        new CodeTerms(
            (fields.contains(Field.LIMITS) ? terms : code.terms()).limits(),
            (fields.contains(Field.DISCOUNT) ? terms : code.terms()).discount()));
  }

  private List<OwnerInterval> ownersOf(PromoCode code, Instant now) {
    if (!fields.contains(Field.OWNER) || owner.equals(code.owner())) {
      return code.owners();
    }
    List<OwnerInterval> owners = new ArrayList<>(code.owners());
    owners.add(new OwnerInterval(owner, Optional.of(notBefore(code, now))));
    return owners;
  }

  /** Never before the last change of owner, should the clock have been set back. */
  private static Instant notBefore(PromoCode code, Instant now) {
    return code.owners()
        .get(code.owners().size() - 1)
        .startTime()
        .filter(last -> last.isAfter(now))
        .orElse(now);
  }

  private Optional<Instant> disabledSince(PromoCode code, Instant now) {
    if (!fields.contains(Field.DISABLED)) {
      return code.disabledSince();
    }
    return disabled ? Optional.of(code.disabledSince().orElse(now)) : Optional.empty();
  }
}
