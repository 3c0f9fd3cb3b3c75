package dev.tributary.metrics.fact;

/** Where posts are published; the names of the contract without their prefix. */
public enum Platform {
  INSTAGRAM,
  TIKTOK,
  YOUTUBE,
  FACEBOOK,
  SNAPCHAT,
  PINTEREST,
  X,
  TWITCH,
  LINKEDIN,
  OTHER
}
