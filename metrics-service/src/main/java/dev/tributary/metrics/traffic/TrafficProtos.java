package dev.tributary.metrics.traffic;

import dev.tributary.ingestion.v1.Observation;
import dev.tributary.metrics.observation.ObservationProtos;
import dev.tributary.runtime.api.ProtoTimes;
import java.util.OptionalLong;

/** Web traffic as it stands in ingestion's feed. */
public final class TrafficProtos {
  private TrafficProtos() {}

  /** The traffic that an observation of some holds. */
  public static WebTraffic traffic(Observation observation) {
    dev.tributary.ingestion.v1.WebTraffic traffic = observation.getWebTraffic();
    return new WebTraffic(
        traffic.getCollaborationId(),
        traffic.getCampaignId(),
        ObservationProtos.source(observation),
        ProtoTimes.toInstant(traffic.getStartTime()),
        ProtoTimes.toInstant(traffic.getEndTime()),
        measured(traffic.hasSessions(), traffic.getSessions()),
        measured(traffic.hasEngagedSessions(), traffic.getEngagedSessions()),
        measured(traffic.hasUsers(), traffic.getUsers()),
        measured(traffic.hasNewUsers(), traffic.getNewUsers()));
  }

  private static OptionalLong measured(boolean present, long count) {
    return present ? OptionalLong.of(count) : OptionalLong.empty();
  }
}
