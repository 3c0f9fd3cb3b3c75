package dev.tributary.runtime.feed;

import dev.tributary.runtime.log.Positions;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How far a feed has been applied here.
 *
 * @param positions everything up to here is applied and committed
 * @param recordTime when the newest applied entry was written to the feed; empty before the first
 * @param lag how long after it was written the newest entry of the last page was applied; zero
 *     until this process has applied a page
 */
public record AppliedPosition(Positions positions, Optional<Instant> recordTime, Duration lag) {}
