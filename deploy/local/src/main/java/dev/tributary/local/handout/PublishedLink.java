package dev.tributary.local.handout;

/**
 * A link as it is published.
 *
 * @param placement platform and place, for example {@code instagram-bio}
 * @param url the address with its parameters
 */
record PublishedLink(String placement, String url) {
  /** Whether people scan it instead of tapping it. */
  boolean isQr() {
    return placement.endsWith("-" + Placement.QR.id());
  }
}
