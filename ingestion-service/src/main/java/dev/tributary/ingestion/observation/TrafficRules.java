package dev.tributary.ingestion.observation;

import dev.tributary.ingestion.content.OrderRules;
import dev.tributary.ingestion.v1.WebTraffic;
import dev.tributary.runtime.api.Fields;
import dev.tributary.runtime.api.Rejected;
import java.time.Instant;
import java.util.Optional;

/** What web traffic must be. */
final class TrafficRules {
  private TrafficRules() {}

  static void check(WebTraffic traffic) throws Rejected {
    PlacementRules.check(traffic.getCollaborationId(), traffic.getCampaignId());
    Instant start = Fields.time("start_time", traffic.hasStartTime(), traffic.getStartTime());
    Instant end = Fields.time("end_time", traffic.hasEndTime(), traffic.getEndTime());
    OrderRules.startBeforeEnd(Optional.of(start), "end_time", Optional.of(end));
    Fields.nonNegative("sessions", traffic.getSessions());
    Fields.nonNegative("engaged_sessions", traffic.getEngagedSessions());
    Fields.nonNegative("users", traffic.getUsers());
    Fields.nonNegative("new_users", traffic.getNewUsers());
  }
}
