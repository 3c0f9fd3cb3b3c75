package dev.tributary.attribution.conversion;

import dev.tributary.attribution.credit.Decision;
import dev.tributary.attribution.credit.Policy;
import dev.tributary.attribution.credit.UnattributedReason;
import java.time.Instant;
import java.util.Optional;

/**
 * One state of a conversion's attribution.
 *
 * @param revision from 1
 * @param reason why it was made
 * @param policy the rules that the decision was made by
 * @param unattributedReason why nobody is credited; empty when somebody is
 * @param decideTime when it was made
 * @param decision the decision, if this revision made it anew; else that of an earlier one holds
 */
public record Revision(
    int revision,
    RevisionReason reason,
    Policy policy,
    Optional<UnattributedReason> unattributedReason,
    Instant decideTime,
    Optional<Decision> decision) {

  /** The first decision. */
  static Revision first(Decision decision, Policy policy, Instant now) {
    return new Revision(
        1,
        RevisionReason.RECORDED,
        policy,
        decision.unattributedReason(),
        now,
        Optional.of(decision));
  }

  /** The next revision, decided anew by the same rules. */
  Revision redecided(Decision newDecision, RevisionReason newReason, Instant now) {
    return new Revision(
        revision + 1,
        newReason,
        policy,
        newDecision.unattributedReason(),
        now,
        Optional.of(newDecision));
  }

  /** The next revision, by which nobody is credited whatever the decision was. */
  Revision rejected(Instant now) {
    return new Revision(
        revision + 1,
        RevisionReason.HOLD_REJECTED,
        policy,
        Optional.of(UnattributedReason.HELD_REJECTED),
        now,
        Optional.empty());
  }

  /** The next revision, with the same decision. */
  Revision next(RevisionReason reason, Instant now) {
    return new Revision(revision + 1, reason, policy, unattributedReason, now, Optional.empty());
  }
}
