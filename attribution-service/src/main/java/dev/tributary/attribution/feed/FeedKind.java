package dev.tributary.attribution.feed;

/** What an entry of the feed holds. */
public enum FeedKind {
  /** A code, whole, after a change. */
  PROMO_CODE("promo_code"),
  /** A new link. */
  LINK("link"),
  /** A new touch; its row is the entry. */
  TOUCH("touch"),
  /** A conversion after a decision. */
  CONVERSION("conversion"),
  /** What became known of a visitor. */
  IDENTITY_LINK("identity_link"),
  /** A person was forgotten. */
  ERASED("erased"),
  /** Terms of a collaboration, or what something earned it so far. */
  COMMISSION("commission"),
  /** A hold of an order, after a change. */
  ORDER_HOLD("order_hold");

  private final String stored;

  FeedKind(String stored) {
    this.stored = stored;
  }

  /** The word in the column kind. Never changes, whatever happens to the constant's name. */
  public String stored() {
    return stored;
  }

  /**
   * The kind of a stored word.
   *
   * @throws IllegalArgumentException if this server does not know it
   */
  public static FeedKind ofStored(String stored) {
    for (FeedKind kind : values()) {
      if (kind.stored.equals(stored)) {
        return kind;
      }
    }
    throw new IllegalArgumentException("kind of feed entry: " + stored);
  }
}
