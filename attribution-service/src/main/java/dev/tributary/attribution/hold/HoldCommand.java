package dev.tributary.attribution.hold;

/**
 * Who wants something done about holds, and why. Of a rule actor and batch are empty.
 *
 * @param actor who
 * @param reason why
 * @param batchId the caller's key of the command
 */
public record HoldCommand(String actor, String reason, String batchId) {
  /** What a rule does by itself. */
  static HoldCommand ofRule(String reason) {
    return new HoldCommand("", reason, "");
  }

  /** Whether a person wants it. */
  boolean isPersons() {
    return !actor.isEmpty();
  }
}
