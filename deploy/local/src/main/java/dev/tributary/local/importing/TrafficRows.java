package dev.tributary.local.importing;

import dev.tributary.ingestion.v1.Observation;
import dev.tributary.ingestion.v1.WebTraffic;
import dev.tributary.runtime.api.ProtoTimes;
import dev.tributary.type.v1.ProvenanceClass;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/**
 * Rows of web traffic by day. Known at the end of the day, so a day that is not over is refused.
 *
 * @param cells reads dates; its zone cuts the days
 */
record TrafficRows(Cells cells) implements RowTable<Observation> {
  static final List<Field> FIELDS =
      Stream.of(
              List.of(
                  Field.required("date", "YYYY-MM-DD", "2026-05-02"),
                  Field.optional("campaign_id", "required without collaboration_id", "spring-glow"),
                  Field.optional("collaboration_id", "when known by collaboration", ""),
                  Field.optional("sessions", "whole number", "1200"),
                  Field.optional("engaged_sessions", "whole number", "800"),
                  Field.optional("users", "whole number; never added up", "1000"),
                  Field.optional("new_users", "whole number", "700")),
              Sources.FIELDS)
          .flatMap(List::stream)
          .toList();

  @Override
  public Observation parse(CsvRow row) throws RowRejected {
    ZoneId zone = cells.zone();
    var day = cells.day(row, "date", zone);
    Instant end = day.plusDays(1).atStartOfDay(zone).toInstant();
    WebTraffic.Builder traffic =
        WebTraffic.newBuilder()
            .setCampaignId(
                row.get("collaboration_id").isPresent() ? "" : row.require("campaign_id"))
            .setCollaborationId(row.get("collaboration_id").orElse(""))
            .setStartTime(ProtoTimes.toProto(day.atStartOfDay(zone).toInstant()))
            .setEndTime(ProtoTimes.toProto(end));
    Cells.count(row, "sessions").ifPresent(traffic::setSessions);
    Cells.count(row, "engaged_sessions").ifPresent(traffic::setEngagedSessions);
    Cells.count(row, "users").ifPresent(traffic::setUsers);
    Cells.count(row, "new_users").ifPresent(traffic::setNewUsers);
    return Ids.identified(
        Observation.newBuilder()
            .setSource(Sources.of(row, ProvenanceClass.PROVENANCE_CLASS_OWN_TRACKING))
            .setObservedTime(ProtoTimes.toProto(end))
            .setWebTraffic(traffic));
  }
}
