package dev.tributary.attribution.promocode;

import dev.tributary.attribution.owner.Owner;
import dev.tributary.runtime.api.Rejected;
import dev.tributary.type.v1.ErrorReason;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A promo code as it stands now, with all it needs to judge a use in the past.
 *
 * @param codeId the caller's id, unique in the workspace
 * @param code the code as people see it
 * @param codeKey {@link CodeKey#of} the code, or {@link CodeKey#spelled} for a few of earlier days;
 *     others of the storefront have it only for other times
 * @param storefrontId the shop that accepts it
 * @param owners every owner so far, oldest first; at least one, and only the first without a start
 * @param startTime first instant of validity, if it has one
 * @param endTime end of validity, exclusive, if it has one
 * @param disabledSince from when the code is switched off, if it is; uses before that moment stay
 *     valid
 * @param enforcement who refuses uses that its terms do not allow
 * @param credit how it and touches rank
 * @param terms what it gives and how often
 * @param succession which codes it was rotated with
 * @param version starts at 1 and rises with each change
 * @param createTime when the code was created
 */
public record PromoCode(
    String codeId,
    String code,
    String codeKey,
    String storefrontId,
    List<OwnerInterval> owners,
    Optional<Instant> startTime,
    Optional<Instant> endTime,
    Optional<Instant> disabledSince,
    CodeEnforcement enforcement,
    CodeCredit credit,
    CodeTerms terms,
    CodeSuccession succession,
    long version,
    Instant createTime) {

  /**
   * Keeps its own copy of the owners; refuses none at all with {@link IllegalArgumentException}.
   */
  public PromoCode {
    owners = List.copyOf(owners);
    if (owners.isEmpty()) {
      throw new IllegalArgumentException("owners: none (expected: at least one interval)");
    }
  }

  /**
   * Lets validity with an end after its start pass, and validity without one of them.
   *
   * @throws Rejected TIME_ORDER otherwise
   */
  static void requireOrder(Optional<Instant> startTime, Optional<Instant> endTime) throws Rejected {
    if (startTime.isPresent() && endTime.isPresent() && !startTime.get().isBefore(endTime.get())) {
      throw new Rejected(
          ErrorReason.ERROR_REASON_TIME_ORDER,
          "end_time",
          endTime.get() + " (expected: after start_time " + startTime.get() + ")");
    }
  }

  /** This code when nothing is different, else its next version. */
  PromoCode withState(
      List<OwnerInterval> newOwners,
      Optional<Instant> newStart,
      Optional<Instant> newEnd,
      Optional<Instant> newDisabledSince,
      CodeEnforcement newEnforcement,
      CodeCredit newCredit,
      CodeTerms newTerms) {
    boolean same =
        owners.equals(newOwners)
            && startTime.equals(newStart)
            && endTime.equals(newEnd)
            && disabledSince.equals(newDisabledSince)
            && enforcement == newEnforcement
            && credit.equals(newCredit)
            && terms.equals(newTerms);
    return same
        ? this
        : new PromoCode(
            codeId,
            code,
            codeKey,
            storefrontId,
            newOwners,
            newStart,
            newEnd,
            newDisabledSince,
            newEnforcement,
            newCredit,
            newTerms,
            succession,
            version + 1,
            createTime);
  }

  /** The same, valid from a time on. */
  PromoCode startingAt(Instant start) {
    return new PromoCode(
        codeId,
        code,
        codeKey,
        storefrontId,
        owners,
        Optional.of(start),
        endTime,
        disabledSince,
        enforcement,
        credit,
        terms,
        succession,
        version,
        createTime);
  }

  /** The same in the place of another code. */
  PromoCode inPlaceOf(String oldCodeId) {
    return new PromoCode(
        codeId,
        code,
        codeKey,
        storefrontId,
        owners,
        startTime,
        endTime,
        disabledSince,
        enforcement,
        credit,
        terms,
        CodeSuccession.after(oldCodeId),
        version,
        createTime);
  }

  /** Its next version, replaced by another code and valid until a time at the latest. */
  PromoCode replacedBy(String newCodeId, Instant endAtLatest) {
    return new PromoCode(
        codeId,
        code,
        codeKey,
        storefrontId,
        owners,
        startTime,
        Optional.of(endTime.filter(end -> end.isBefore(endAtLatest)).orElse(endAtLatest)),
        disabledSince,
        enforcement,
        credit,
        terms,
        succession.followedBy(newCodeId),
        version + 1,
        createTime);
  }

  /** When it is valid: uses after it was switched off are not. */
  Validity validity() {
    boolean isOffFirst =
        disabledSince.isPresent()
            && (endTime.isEmpty() || disabledSince.get().isBefore(endTime.get()));
    return new Validity(startTime, isOffFirst ? disabledSince : endTime);
  }

  /** What it looks like; see {@link Skeleton}. */
  String skeleton() {
    return Skeleton.of(CodeKey.of(code));
  }

  /** Whether the code is switched off now. */
  public boolean disabled() {
    return disabledSince.isPresent();
  }

  /** Who owns the code now; empty for the shop's own codes. */
  public Optional<Owner> owner() {
    return owners.get(owners.size() - 1).owner();
  }

  /** Who owned the code at the time; empty when it belonged to nobody. */
  public Optional<Owner> ownerAt(Instant time) {
    for (int i = owners.size() - 1; i > 0; i--) {
      if (owners.get(i).hasStartedAt(time)) {
        return owners.get(i).owner();
      }
    }
    return owners.get(0).owner();
  }

  /**
   * Why a use at the time is not valid; empty when it is. The range of validity is looked at first.
   */
  public Optional<Refusal> refusalAt(Instant time) {
    if (startTime.isPresent() && time.isBefore(startTime.get())) {
      return Optional.of(Refusal.NOT_STARTED);
    }
    if (endTime.isPresent() && !time.isBefore(endTime.get())) {
      return Optional.of(Refusal.ENDED);
    }
    if (disabledSince.isPresent() && !time.isBefore(disabledSince.get())) {
      return Optional.of(Refusal.DISABLED);
    }
    return Optional.empty();
  }
}
