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
 * @param owner whose it is
 * @param eventTime when it happened; a code is typed at the time of the conversion
 * @param before how long before the conversion; negative after it
 * @param credit how a known code and touches rank; empty for a touch
 * @param person what a touch has to do with the person; empty for a code
 * @param decision chosen, or why not
 * @param message the decision in words, with its figures
 */
public record Candidate(
    Kind kind,
    String code,
    String codeId,
    String touchId,
    String linkId,
    Optional<Owner> owner,
    Instant eventTime,
    Duration before,
    Optional<CodeCredit> credit,
    Optional<TouchPerson> person,
    CandidateDecision decision,
    String message) {

  /** Kinds of candidate. */
  public enum Kind {
    /** A code typed at checkout. */
    CODE,
    /** A touch. */
    TOUCH
  }
}
