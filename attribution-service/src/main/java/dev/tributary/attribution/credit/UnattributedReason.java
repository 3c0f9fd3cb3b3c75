package dev.tributary.attribution.credit;

/** Why nobody gets credit. */
public enum UnattributedReason {
  /** A code was typed that does not exist, and no touch could be credited. */
  CODE_UNKNOWN,
  /** A code was typed that was not valid then, and no touch could be credited. */
  CODE_INVALID,
  /** Only codes that nobody owns were typed, and no touch could be credited. */
  CODE_UNOWNED,
  /** No code, and no touch of this person at all. */
  NO_TOUCH,
  /** No code, and every touch was refused. */
  NO_ELIGIBLE_TOUCH,
  /** No code, and the last touch belonged to another channel. */
  OTHER_CHANNEL,
  /**
   * Valid codes were typed that have no credit by their own policy, and no touch could be credited.
   */
  CODE_NOT_ENTITLED,
  /** A renewal whose first payment is longer ago than credit sticks. */
  STICKY_ENDED,
  /** A renewal whose first payment is not recorded. */
  PENDING_FIRST,
  /** A renewal whose first payment nobody is credited for. */
  FIRST_UNATTRIBUTED,
  /** Somebody would be credited, but a hold of the order was rejected. */
  HELD_REJECTED
}
