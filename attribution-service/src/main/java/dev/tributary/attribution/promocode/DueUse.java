package dev.tributary.attribution.promocode;

import dev.tributary.runtime.identity.PersonKey;
import java.util.Optional;

/** A use that has to change, as it was found without locks. */
public final class DueUse {
  private final UsingOrder using;
  private final String codeId;
  private final UseStep step;
  private final boolean underLimits;
  private final boolean flagging;

  private DueUse(
      UsingOrder using, String codeId, UseStep step, boolean underLimits, boolean flagging) {
    this.using = using;
    this.codeId = codeId;
    this.step = step;
    this.underLimits = underLimits;
    this.flagging = flagging;
  }

  /** A hold that becomes a use, or a use that is given back. */
  static DueUse certain(UsingOrder using, String codeId, UseStep step, boolean wasOverLimit) {
    return new DueUse(using, codeId, step, false, wasOverLimit);
  }

  /**
   * A use that is taken if there is one.
   *
   * @param underLimits whether the code has limits; those that are set later do not count
   */
  static DueUse judged(UsingOrder using, String codeId, boolean underLimits) {
    return new DueUse(using, codeId, UseStep.JUDGE, underLimits, underLimits);
  }

  /** The same of an order whose customer is somebody else by now, or nobody. */
  DueUse of(Optional<PersonKey> customer) {
    return new DueUse(using.of(customer), codeId, step, underLimits, flagging);
  }

  /** The order. */
  public OrderRef order() {
    return using.order();
  }

  /** The shard whose lock its code's counters need. */
  public int shard(String workspace) {
    return NewPromoCode.shard(workspace, codeId);
  }

  /** Whether the order may be flagged by it, or not be flagged any more. */
  public boolean isFlagging() {
    return flagging;
  }

  UsingOrder using() {
    return using;
  }

  ReservationKey key() {
    return new ReservationKey(codeId, using.order().orderId());
  }

  UseStep step() {
    return step;
  }

  boolean isUnderLimits() {
    return underLimits;
  }

  boolean isTyped() {
    return using.discounts().containsKey(codeId);
  }
}
