package dev.tributary.metrics.observation;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Counters of a post as seen once.
 *
 * @param postId the post, which may be unknown yet
 * @param span number of {@code tributary.ingestion.v1.CounterSpan}
 * @param countedDay the day of a daily growth
 * @param countedDayZone the zone which that day was cut in; empty for lifetime totals
 */
public record PostSnapshot(
    String postId,
    Source source,
    int span,
    Optional<LocalDate> countedDay,
    String countedDayZone,
    Counters counters) {}
