package dev.tributary.metrics.traffic;

import dev.tributary.metrics.observation.Source;
import java.time.Instant;
import java.util.OptionalLong;

/**
 * Traffic on the brand's site in one interval; a number that was not measured is absent. Users are
 * never summed over intervals.
 *
 * @param collaborationId the collaboration it is tagged with; empty when only known by campaign
 * @param campaignId the campaign; may be empty when the collaboration is known
 * @param startTime first instant of the interval
 * @param endTime end of the interval, exclusive
 */
public record WebTraffic(
    String collaborationId,
    String campaignId,
    Source source,
    Instant startTime,
    Instant endTime,
    OptionalLong sessions,
    OptionalLong engagedSessions,
    OptionalLong users,
    OptionalLong newUsers) {}
