package dev.tributary.metrics.measure;

/** Sizes of an account by followers; the usual five steps of the market. */
enum Tier {
  NANO("nano", 10_000),
  MICRO("micro", 50_000),
  MID("mid", 500_000),
  MACRO("macro", 1_000_000),
  MEGA("mega", Long.MAX_VALUE);

  private final String id;
  private final long below;

  Tier(String id, long below) {
    this.id = id;
    this.below = below;
  }

  /** Name of the step that an account with so many followers stands on. */
  static String of(long followers) {
    for (Tier tier : values()) {
      if (followers < tier.below) {
        return tier.id;
      }
    }
    return MEGA.id;
  }
}
