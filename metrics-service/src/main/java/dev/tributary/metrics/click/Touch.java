package dev.tributary.metrics.click;

import java.time.Instant;

/**
 * One contact, without anything about the person.
 *
 * @param touchType number of {@code tributary.attribution.v1.TouchType}
 * @param validity number of {@code tributary.attribution.v1.TouchValidity}; 0 is a person's
 * @param test whether it is a test
 * @param linkId the link followed; empty when not known
 * @param eventTime when
 */
public record Touch(int touchType, int validity, boolean test, String linkId, Instant eventTime) {
  private static final long QUARTER_HOUR_SECONDS = 15 * 60;

  /** When, in whole quarters of an hour since 1970; clicks of a series are counted by it. */
  public long eventQuarterHour() {
    return Math.floorDiv(eventTime.getEpochSecond(), QUARTER_HOUR_SECONDS);
  }
}
