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
public record Touch(int touchType, int validity, boolean test, String linkId, Instant eventTime) {}
