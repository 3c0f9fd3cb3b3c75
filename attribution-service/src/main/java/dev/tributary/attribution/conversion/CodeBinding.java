package dev.tributary.attribution.conversion;

import dev.tributary.attribution.credit.BoundCode;
import dev.tributary.attribution.credit.Candidate;
import dev.tributary.attribution.credit.CandidateDecision;
import dev.tributary.attribution.credit.Decision;
import dev.tributary.runtime.identity.PersonKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A purchase that binds its customer to the owner of a code.
 *
 * @param key the order
 * @param customer hash of the customer
 * @param code the code that it is credited by
 * @param untilTime the last instant at which later orders are bound
 */
record CodeBinding(ConversionKey key, PersonKey customer, BoundCode code, Instant untilTime) {
  /**
   * What a decision about a conversion binds: its customer to the first entered of the credited
   * codes that have later orders too.
   */
  static Optional<CodeBinding> of(Conversion conversion, Decision decision) {
    if (!canBind(conversion)) {
      return Optional.empty();
    }
    return decision.candidates().stream()
        .filter(candidate -> candidate.kind() == Candidate.Kind.CODE)
        .filter(candidate -> candidate.decision() == CandidateDecision.CHOSEN)
        .filter(candidate -> futureDays(candidate) > 0)
        .findFirst()
        .map(candidate -> by(conversion, candidate));
  }

  /** Whether a conversion may bind or be bound: a purchase of a known customer that is no test. */
  static boolean canBind(Conversion conversion) {
    return conversion.key().type().equals(ConversionType.PURCHASE)
        && conversion.customer().isPresent()
        && !conversion.test();
  }

  private static CodeBinding by(Conversion conversion, Candidate candidate) {
    return new CodeBinding(
        conversion.key(),
        conversion.customer().orElseThrow(),
        new BoundCode(
            candidate.codeId(),
            candidate.code(),
            candidate.owner().orElseThrow(),
            conversion.key().orderId(),
            conversion.time()),
        conversion.time().plus(Duration.ofDays(futureDays(candidate))));
  }

  private static int futureDays(Candidate candidate) {
    return candidate.credit().map(credit -> credit.futureDays()).orElse(0);
  }
}
