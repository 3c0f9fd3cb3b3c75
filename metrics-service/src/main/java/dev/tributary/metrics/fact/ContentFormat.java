package dev.tributary.metrics.fact;

/** Form of a piece of content; the names of the contract without their prefix. */
public enum ContentFormat {
  IMAGE,
  CAROUSEL,
  SHORT_VIDEO,
  LONG_VIDEO,
  STORY,
  LIVE,
  TEXT,
  OTHER
}
