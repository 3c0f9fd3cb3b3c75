package dev.tributary.attribution.credit;

import dev.tributary.attribution.owner.Owner;
import dev.tributary.attribution.promocode.CodeCredit;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that could have been credited, and what was decided about it. A code or a touch; ids
 * that do not apply are empty texts.
 *
 * @param kind what it is
 * @param code the code as typed
 * @param codeId the code's id, if it exists
 * @param touchId the touch
 * @param linkId the touch's link, as far as known
 * @param orderId the earlier order that binds the customer
 * @param owner whose it is
 * @param eventTime when it happened; a code is typed at the time of the conversion
 * @param before how long before the conversion; negative after it
 * @param credit how a known code and touches rank; empty for a touch
 * @param person what a touch has to do with the person; empty for a code
 * @param decision chosen, or why not
 * @param message the decision in words, with its figures
 * @param window how far back a touch of its type could lie; empty for a code, and for decisions
 *     that did not keep it
 */
public record Candidate(
    Kind kind,
    String code,
    String codeId,
    String touchId,
    String linkId,
    String orderId,
    Optional<Owner> owner,
    Instant eventTime,
    Duration before,
    Optional<CodeCredit> credit,
    Optional<TouchPerson> person,
    CandidateDecision decision,
    String message,
    Optional<Duration> window) {

  /** The same with another decision. */
  Candidate decided(CandidateDecision another, String why) {
    return new Candidate(
        kind, code, codeId, touchId, linkId, orderId, owner, eventTime, before, credit, person,
        another, why, window);
  }

  /** Kinds of candidate. */
  public enum Kind {
    /** A code typed at checkout. */
    CODE,
    /** A touch. */
    TOUCH,
    /** A code of an earlier order that binds the customer. */
    BOUND_CODE
  }
}
