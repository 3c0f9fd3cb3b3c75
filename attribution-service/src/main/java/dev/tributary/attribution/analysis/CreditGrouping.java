package dev.tributary.attribution.analysis;

/** How credits are grouped. */
public enum CreditGrouping {
  /** By code, link and unattributed. */
  SOURCE,
  /** By collaboration. */
  COLLABORATION,
  /** By creator. */
  CREATOR,
  /** By campaign. */
  CAMPAIGN,
  /** By code and its owner; credits by link come as one group. */
  CODE,
  /** By link and its owner; credits by code come as one group. */
  LINK
}
