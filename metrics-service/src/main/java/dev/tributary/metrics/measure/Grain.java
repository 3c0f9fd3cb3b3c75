package dev.tributary.metrics.measure;

/** What a unit is: the smallest thing that a measure is known for. */
public enum Grain {
  /** A published piece of content. */
  POST("posts"),
  /** A creator in a campaign. */
  COLLABORATION("collaborations"),
  /** A brand account. */
  ACCOUNT("accounts"),
  /** A campaign as a whole, for what was spent on no collaboration in particular. */
  CAMPAIGN("campaigns");

  private final String plural;

  Grain(String plural) {
    this.plural = plural;
  }

  /** Name of several, as coverage gives it. */
  public String plural() {
    return plural;
  }
}
