package dev.tributary.attribution.hold;

/** What places holds. */
public enum HoldRule {
  /** Somebody who is credited bought the order. */
  SELF_REFERRAL(true),
  /** A credited touch came too shortly before the order, or after the checkout had begun. */
  IMPOSSIBLE_TIME(true),
  /** The code is used by people whom its creator did not send, as a person judged. */
  CODE_LEAK(false),
  /** Uses of a code that was replaced by another one. */
  CODE_ROTATION(false),
  /** A person, for any other reason. */
  MANUAL(false);

  private final boolean automatic;

  HoldRule(boolean automatic) {
    this.automatic = automatic;
  }

  /** Whether it looks at orders by itself, so that it also releases what it placed. */
  public boolean isAutomatic() {
    return automatic;
  }
}
