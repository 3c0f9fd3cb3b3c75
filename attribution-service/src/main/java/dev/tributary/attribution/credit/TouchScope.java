package dev.tributary.attribution.credit;

/** Among which touches the model looks for those that earn credit. */
public enum TouchScope {
  /** Touches of creators only. */
  CREATOR_TOUCHES,
  /** Touches of every channel; what falls to one that is no creator's is UNATTRIBUTED. */
  ALL_CHANNELS
}
