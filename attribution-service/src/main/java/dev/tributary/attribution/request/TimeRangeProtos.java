package dev.tributary.attribution.request;

import dev.tributary.runtime.api.Fields;
import dev.tributary.runtime.api.Rejected;
import dev.tributary.type.v1.ErrorReason;
import java.time.Instant;
import java.util.Optional;

/** Ranges of time in the contract and in our records. */
public final class TimeRangeProtos {
  private TimeRangeProtos() {}

  /**
   * Parses a range that may be absent.
   *
   * @param field path of the message, put before the names of its fields
   * @param present whether the request has it
   */
  public static Optional<TimeRange> parse(
      String field, boolean present, dev.tributary.type.v1.TimeRange proto) throws Rejected {
    if (!present) {
      return Optional.empty();
    }
    Instant start = Fields.time(field + ".start_time", proto.hasStartTime(), proto.getStartTime());
    Instant end = Fields.time(field + ".end_time", proto.hasEndTime(), proto.getEndTime());
    if (!start.isBefore(end)) {
      throw new Rejected(
          ErrorReason.ERROR_REASON_TIME_ORDER,
          field + ".end_time",
          end + " (expected: after " + start + ")");
    }
    return Optional.of(new TimeRange(start, end));
  }
}
