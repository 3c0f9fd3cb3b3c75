package dev.tributary.metrics.query;

import dev.tributary.metrics.fact.TimeRange;
import dev.tributary.metrics.fault.Fault;
import dev.tributary.metrics.fault.FaultKind;
import dev.tributary.metrics.v1.DataFault;
import dev.tributary.metrics.v1.DataFaultKind;
import dev.tributary.metrics.v1.ListDataFaultsResponse;
import dev.tributary.runtime.api.ApiException;
import dev.tributary.runtime.api.ProtoTimes;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Messages of faults. */
final class FaultProtos {
  private static final int CURSOR_PARTS = 6;

  private FaultProtos() {}

  /** One page of an answer. */
  static ListDataFaultsResponse toProto(Answer<List<Fault>> answer, Paging paging) {
    List<Fault> all = answer.content();
    List<Fault> rest = paging.after().map(key -> after(cursor(key), all)).orElse(all);
    return ListDataFaultsResponse.newBuilder()
        .addAllFaults(paging.items(rest).stream().map(FaultProtos::toProto).toList())
        .setNextPageToken(paging.nextToken(rest, FaultProtos::key))
        .setTotalCount(all.size())
        .addAllAsOf(answer.asOf())
        .build();
  }

  private static DataFault toProto(Fault fault) {
    DataFault.Builder message =
        DataFault.newBuilder()
            .setKind(DataFaultKind.valueOf("DATA_FAULT_KIND_" + fault.kind().name()))
            .setPostId(fault.postId())
            .setCollaborationId(fault.collaborationId())
            .setMetric(fault.metric())
            .setGreaterCount(fault.greater())
            .setSmallerCount(fault.smaller())
            .setMessage(fault.message());
    fault.range().ifPresent(range -> message.setTimeRange(toProto(range)));
    return message.build();
  }

  private static dev.tributary.type.v1.TimeRange toProto(TimeRange range) {
    return dev.tributary.type.v1.TimeRange.newBuilder()
        .setStartTime(ProtoTimes.toProto(range.start()))
        .setEndTime(ProtoTimes.toProto(range.end()))
        .build();
  }

  private static List<Fault> after(Fault last, List<Fault> all) {
    return all.stream().filter(fault -> Fault.ORDER.compare(fault, last) > 0).toList();
  }

  private static List<String> key(Fault fault) {
    return List.of(
        fault.kind().name(),
        fault.postId(),
        fault.collaborationId(),
        fault.metric(),
        fault.start().toString(),
        fault.message());
  }

  /** A fault that stands where the last one of the page before did. */
  private static Fault cursor(List<String> key) {
    if (key.size() != CURSOR_PARTS) {
      throw ApiException.pageTokenMismatch();
    }
    try {
      Instant start = Instant.parse(key.get(4));
      return new Fault(
          FaultKind.valueOf(key.get(0)),
          key.get(1),
          key.get(2),
          key.get(3),
          Optional.of(new TimeRange(start, start.plus(1, ChronoUnit.MICROS))),
          0,
          0,
          key.get(5));
    } catch (IllegalArgumentException | DateTimeException notOurs) {
      throw ApiException.pageTokenMismatch();
    }
  }
}
