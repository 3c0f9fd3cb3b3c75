package dev.tributary.metrics.fact;

import java.time.Instant;

/**
 * Clicks on the links of one collaboration: followed links of persons, as the redirector judged
 * them, without tests. Clicks on links without owner are nobody's and are not here.
 *
 * @param collaborationId whose link it is
 * @param time an instant of the bucket that was counted: any inside the range for a window, the
 *     start of a bucket that no day's boundary divides for a series
 * @param count how many, above zero
 */
public record ClickFact(String collaborationId, Instant time, long count) {}
