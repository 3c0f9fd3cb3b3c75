package dev.tributary.runtime.api;

import com.google.protobuf.Timestamp;
import dev.tributary.type.v1.ErrorReason;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneRulesProvider;
import java.util.Set;
import java.util.regex.Pattern;

/** Rules for times, dates and zones. */
final class Times {
  static final Duration FUTURE_TOLERANCE = Duration.ofMinutes(5);

  private static final Instant FIRST = Instant.EPOCH;
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999Z");
  private static final int NANOS_MAX = 999_999_999;
  private static final int YEAR_FIRST = 1970;
  private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final Set<String> ZONES = Set.copyOf(ZoneRulesProvider.getAvailableZoneIds());

  private Times() {}

  static Instant time(String field, Timestamp value) throws Rejected {
    long seconds = value.getSeconds();
    int nanos = value.getNanos();
    if (nanos < 0 || nanos > NANOS_MAX) {
      throw new Rejected(
          ErrorReason.ERROR_REASON_FIELD_MALFORMED,
          field,
          "nanos " + nanos + " (expected: 0-" + NANOS_MAX + ")");
    }
    if (seconds < FIRST.getEpochSecond() || seconds > LAST.getEpochSecond()) {
      throw new Rejected(
          ErrorReason.ERROR_REASON_OUT_OF_RANGE,
          field,
          "seconds " + seconds + " (expected: a time from " + FIRST + " to " + LAST + ")");
    }
    return ProtoTimes.toInstant(value);
  }

  static Instant eventTime(String field, Timestamp value, Instant now) throws Rejected {
    Instant time = time(field, value);
    if (time.isAfter(now.plus(FUTURE_TOLERANCE))) {
      throw new Rejected(
          ErrorReason.ERROR_REASON_FUTURE_TIME,
          field,
          time + " (expected: at most 5 minutes after " + ProtoTimes.toMicros(now) + ")");
    }
    return time;
  }

  static LocalDate date(String field, String value) throws Rejected {
    LocalDate date = dateOf(field, value);
    if (date.getYear() < YEAR_FIRST) {
      throw new Rejected(
          ErrorReason.ERROR_REASON_OUT_OF_RANGE,
          field,
          value + " (expected: a date from 1970-01-01 to 9999-12-31)");
    }
    return date;
  }

  static ZoneId zone(String field, String value) throws Rejected {
    if (!ZONES.contains(value)) {
      throw new Rejected(
          ErrorReason.ERROR_REASON_FIELD_MALFORMED,
          field,
          "\"" + Shown.of(value) + "\" (expected: an IANA time zone, for example Europe/Berlin)");
    }
    return ZoneId.of(value);
  }

  private static LocalDate dateOf(String field, String value) throws Rejected {
    if (DATE.matcher(value).matches()) {
      try {
        return LocalDate.parse(value);
      } catch (DateTimeException noSuchDay) {
        throw notADate(field, value);
      }
    }
    throw notADate(field, value);
  }

  private static Rejected notADate(String field, String value) {
    return new Rejected(
        ErrorReason.ERROR_REASON_FIELD_MALFORMED,
        field,
        "\"" + Shown.of(value) + "\" (expected: a date as YYYY-MM-DD)");
  }
}
