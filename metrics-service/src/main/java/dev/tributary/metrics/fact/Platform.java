package dev.tributary.metrics.fact;

/** Where posts are published; the names of the contract without their prefix. */
public enum Platform {
  INSTAGRAM("Instagram"),
  TIKTOK("TikTok"),
  YOUTUBE("YouTube"),
  FACEBOOK("Facebook"),
  SNAPCHAT("Snapchat"),
  PINTEREST("Pinterest"),
  X("X"),
  TWITCH("Twitch"),
  LINKEDIN("LinkedIn"),
  OTHER("Other");

  private final String displayName;

  Platform(String displayName) {
    this.displayName = displayName;
  }

  /** Its name as people write it. */
  public String displayName() {
    return displayName;
  }
}
