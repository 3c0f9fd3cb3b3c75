package dev.tributary.runtime.api;

import com.google.protobuf.ProtocolMessageEnum;
import com.google.protobuf.Timestamp;
import dev.tributary.runtime.money.Currencies;
import dev.tributary.type.v1.ErrorReason;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Parses single fields of requests. Every method either returns a value that keeps the rule or
 * refuses, naming the field, what came and what is accepted. An empty text counts as absent. Texts
 * that may identify a person (foreign ids, free texts) are described but not repeated.
 */
public final class Fields {
  /** How far ahead of our clock an event time may be, since clocks differ. */
  public static final Duration FUTURE_TOLERANCE = Times.FUTURE_TOLERANCE;

  private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

  private Fields() {}

  /** An id that names a thing of ours: 1-64 of letters, digits and {@code . _ : -}. */
  public static String id(String field, String value) throws Rejected {
    return Texts.id(field, required(field, value));
  }

  /** Like {@link #id}, or nothing. */
  public static Optional<String> optionalId(String field, String value) throws Rejected {
    return value.isEmpty() ? Optional.empty() : Optional.of(id(field, value));
  }

  /**
   * An id given by another system: 1-255 bytes in UTF-8, no controls, no spaces at its ends; case
   * matters.
   */
  public static String foreignId(String field, String value) throws Rejected {
    return Texts.foreignId(field, required(field, value));
  }

  /** Like {@link #foreignId}, or nothing. */
  public static Optional<String> optionalForeignId(String field, String value) throws Rejected {
    return value.isEmpty() ? Optional.empty() : Optional.of(foreignId(field, value));
  }

  /**
   * Free text, possibly empty, of at most {@code charactersMax} code points; of the controls
   * newline and tab only.
   */
  public static String text(String field, String value, int charactersMax) throws Rejected {
    return Texts.text(field, value, charactersMax);
  }

  /** Like {@link #text}, but not empty. */
  public static String requiredText(String field, String value, int charactersMax) throws Rejected {
    return Texts.text(field, required(field, value), charactersMax);
  }

  /**
   * A time from 1970 to 9999; digits finer than a microsecond are cut off.
   *
   * @param present whether the message has the field
   */
  public static Instant time(String field, boolean present, Timestamp value) throws Rejected {
    require(field, present);
    return Times.time(field, value);
  }

  /** Like {@link #time}, or nothing. */
  public static Optional<Instant> optionalTime(String field, boolean present, Timestamp value)
      throws Rejected {
    return present ? Optional.of(Times.time(field, value)) : Optional.empty();
  }

  /** When something happened: a time, at most {@link #FUTURE_TOLERANCE} after {@code now}. */
  public static Instant eventTime(String field, boolean present, Timestamp value, Instant now)
      throws Rejected {
    require(field, present);
    return Times.eventTime(field, value, now);
  }

  /** A calendar date from 1970 to 9999, as YYYY-MM-DD. */
  public static LocalDate date(String field, String value) throws Rejected {
    return Times.date(field, required(field, value));
  }

  /** Like {@link #date}, or nothing. */
  public static Optional<LocalDate> optionalDate(String field, String value) throws Rejected {
    return value.isEmpty() ? Optional.empty() : Optional.of(date(field, value));
  }

  /**
   * An IANA time zone such as Europe/Berlin; offsets are refused, since they have no summer time.
   */
  public static ZoneId zone(String field, String value) throws Rejected {
    return Times.zone(field, required(field, value));
  }

  /** An ISO 4217 code in upper case. */
  public static String currency(String field, String value) throws Rejected {
    String code = required(field, value);
    if (!CURRENCY.matcher(code).matches() || !Currencies.isKnown(code)) {
      throw new Rejected(
          ErrorReason.ERROR_REASON_CURRENCY_UNKNOWN,
          field,
          "\"" + Shown.of(code) + "\" (expected: an ISO 4217 code, for example EUR)");
    }
    return code;
  }

  /** Zero or more. */
  public static long nonNegative(String field, long value) throws Rejected {
    if (value < 0) {
      throw outOfRange(field, value, "0 or more");
    }
    return value;
  }

  /** From {@code min} to {@code max}, both included. */
  public static long inRange(String field, long value, long min, long max) throws Rejected {
    if (value < min || value > max) {
      throw outOfRange(field, value, min + " to " + max);
    }
    return value;
  }

  /** A value of an enumeration that this server knows and that is not the unspecified one. */
  public static <E extends Enum<E> & ProtocolMessageEnum> E known(String field, E value)
      throws Rejected {
    if (value.name().equals("UNRECOGNIZED")) {
      throw new Rejected(
          ErrorReason.ERROR_REASON_FIELD_MALFORMED,
          field,
          "an unknown number (expected: " + Enums.accepted(value) + ")");
    }
    if (value.getNumber() == 0) {
      throw new Rejected(
          ErrorReason.ERROR_REASON_FIELD_MISSING,
          field,
          "absent (expected: " + Enums.accepted(value) + ")");
    }
    return value;
  }

  private static String required(String field, String value) throws Rejected {
    require(field, !value.isEmpty());
    return value;
  }

  private static void require(String field, boolean present) throws Rejected {
    if (!present) {
      throw new Rejected(ErrorReason.ERROR_REASON_FIELD_MISSING, field, "absent (it is required)");
    }
  }

  private static Rejected outOfRange(String field, long value, String expected) {
    return new Rejected(
        ErrorReason.ERROR_REASON_OUT_OF_RANGE, field, value + " (expected: " + expected + ")");
  }
}
