package dev.tributary.metrics.fact;

/**
 * How far a number can be trusted, declared most trusted first, so that the order of the constants
 * is the order of trust; the names of the contract without their prefix.
 */
public enum ProvenanceClass {
  FIRST_PARTY_API,
  PUBLIC_API,
  OWN_TRACKING,
  CREATOR_EXPORT,
  CREATOR_SCREENSHOT,
  MANUAL,
  THIRD_PARTY,
  MODELLED
}
