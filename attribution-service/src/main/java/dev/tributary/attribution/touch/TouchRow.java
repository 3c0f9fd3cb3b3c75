package dev.tributary.attribution.touch;

import java.time.Instant;

/**
 * A row to be added to the table touch.
 *
 * @param incoming the touch
 * @param sequence its place in the feed of its shard
 * @param recordTime when it is recorded
 */
public record TouchRow(IncomingTouch incoming, long sequence, Instant recordTime) {}
