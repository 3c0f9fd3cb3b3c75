package dev.tributary.metrics.setup;

/** What a check finds; the names of the contract without their prefix. */
public enum FindingCode {
  CAMPAIGN_UNKNOWN,
  CAMPAIGN_ENDED,
  TARGETS_MISSING,
  TARGET_KPI_UNKNOWN,
  TARGET_UNIT,
  COLLABORATIONS_MISSING,
  CREATOR_UNKNOWN,
  CODE_MISSING,
  CODE_UNUSABLE,
  LINK_MISSING,
  OWNER_UNKNOWN,
  OWNER_MISMATCH,
  COST_MISSING,
  BRAND_ACCOUNT_MISSING
}
