package dev.tributary.metrics.measure;

/** What groups are made by; the names of the contract without their prefix. */
public enum Dimension {
  CAMPAIGN,
  CREATOR,
  COLLABORATION,
  PLATFORM,
  FORMAT,
  TIER,
  POST
}
