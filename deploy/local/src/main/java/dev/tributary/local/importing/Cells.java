package dev.tributary.local.importing;

import dev.tributary.runtime.money.Currencies;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Reads the cells of a row as times, amounts, counts and truths.
 *
 * @param zone where times without an offset are at home
 * @param formats further forms of times and dates, tried first
 */
record Cells(ZoneId zone, List<DateTimeFormatter> formats) {
  private static final DateTimeFormatter LOCAL =
      new DateTimeFormatterBuilder()
          .appendPattern("uuuu-MM-dd['T'][ ]HH:mm[:ss]")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .toFormatter(Locale.ROOT);

  private static final String TIME_EXPECTED =
      "2026-05-01T08:00:00Z, 2026-05-01 08:00:00 or 2026-05-01";

  Cells {
    formats = List.copyOf(formats);
  }

  /** Times in the forms that every file may use. */
  Cells(ZoneId zone) {
    this(zone, List.of());
  }

  /** A required time. */
  Instant time(CsvRow row, String field) throws RowRejected {
    String text = row.require(field);
    try {
      return instant(text);
    } catch (DateTimeException unreadable) {
      throw RowRejected.malformed(field, text, TIME_EXPECTED);
    }
  }

  /** An optional time. */
  Optional<Instant> optionalTime(CsvRow row, String field) throws RowRejected {
    return row.get(field).isPresent() ? Optional.of(time(row, field)) : Optional.empty();
  }

  /** A required day: a date, or a time on it in the zone given. */
  LocalDate day(CsvRow row, String field, ZoneId dayZone) throws RowRejected {
    String text = row.require(field);
    try {
      return parsed(text)
          .map(
              found ->
                  found instanceof LocalDate date
                      ? date
                      : start(found).atZone(dayZone).toLocalDate())
          .orElseGet(
              () ->
                  text.length() <= 10
                      ? LocalDate.parse(text)
                      : instant(text).atZone(dayZone).toLocalDate());
    } catch (DateTimeException unreadable) {
      throw RowRejected.malformed(field, text, TIME_EXPECTED);
    }
  }

  /** What the first of the further forms that fits makes of it. */
  private Optional<TemporalAccessor> parsed(String text) {
    return formats.stream().flatMap(format -> parsed(text, format).stream()).findFirst();
  }

  private static Optional<TemporalAccessor> parsed(String text, DateTimeFormatter format) {
    try {
      return Optional.of(
          format.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from));
    } catch (DateTimeException otherForm) {
      return Optional.empty();
    }
  }

  private Instant start(TemporalAccessor found) {
    if (found instanceof OffsetDateTime time) {
      return time.toInstant();
    }
    return found instanceof LocalDate date
        ? date.atStartOfDay(zone).toInstant()
        : LocalDateTime.from(found).atZone(zone).toInstant();
  }

  private Instant instant(String text) {
    Optional<TemporalAccessor> found = parsed(text);
    if (found.isPresent()) {
      return start(found.get());
    }
    if (text.length() <= 10) {
      return LocalDate.parse(text).atStartOfDay(zone).toInstant();
    }
    boolean hasOffset =
        text.endsWith("Z") || text.lastIndexOf('+') > 10 || text.lastIndexOf('-') > 10;
    return hasOffset
        ? OffsetDateTime.parse(text.replace(' ', 'T')).toInstant()
        : LocalDateTime.parse(text, LOCAL).atZone(zone).toInstant();
  }

  /** An optional amount in minor units. */
  OptionalLong amount(CsvRow row, String field, String currency) throws RowRejected {
    Optional<String> text = row.get(field);
    if (text.isEmpty()) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(amount(field, text.get(), currency));
  }

  /** An amount in minor units. */
  static long amount(String field, String text, String currency) throws RowRejected {
    try {
      return Currencies.parseMinor(currency, text);
    } catch (IllegalArgumentException unreadable) {
      throw RowRejected.malformed(field, text, "an amount of " + currency + " such as 12.34");
    }
  }

  /** An amount in minor units. */
  long requiredAmount(CsvRow row, String field, String currency) throws RowRejected {
    return amount(field, row.require(field), currency);
  }

  /**
   * A required currency.
   *
   * @throws RowRejected if ISO 4217 does not know it
   */
  static String currency(CsvRow row, String field) throws RowRejected {
    String currency = row.require(field);
    if (!Currencies.isKnown(currency)) {
      throw new RowRejected(
          field,
          "CURRENCY_UNKNOWN",
          field + ": '" + currency + "' (expected: an ISO 4217 code such as EUR)");
    }
    return currency;
  }

  /** A required whole number. */
  static long requiredCount(CsvRow row, String field) throws RowRejected {
    row.require(field);
    return count(row, field).orElseThrow();
  }

  /** An optional whole number. */
  static OptionalLong count(CsvRow row, String field) throws RowRejected {
    Optional<String> text = row.get(field);
    if (text.isEmpty()) {
      return OptionalLong.empty();
    }
    String digits = text.get().endsWith(".0") ? text.get().replace(".0", "") : text.get();
    try {
      return OptionalLong.of(Long.parseLong(digits));
    } catch (NumberFormatException unreadable) {
      throw RowRejected.malformed(field, text.get(), "a whole number without grouping");
    }
  }

  /** A truth that is false when absent. */
  static boolean truth(CsvRow row, String field) throws RowRejected {
    String text = row.get(field).orElse("false");
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true", "t", "yes", "1" -> true;
      case "false", "f", "no", "0" -> false;
      default -> throw RowRejected.malformed(field, text, "true or false");
    };
  }

  /** One of the names of an enum, with or without its prefix, in any case. */
  static <E extends Enum<E>> E name(CsvRow row, String field, Class<E> type, String prefix)
      throws RowRejected {
    String text = row.require(field);
    String wanted = text.toUpperCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
    for (E constant : type.getEnumConstants()) {
      boolean same = constant.name().equals(wanted) || constant.name().equals(prefix + wanted);
      if (same
          && !constant.name().endsWith("UNSPECIFIED")
          && !constant.name().equals("UNRECOGNIZED")) {
        return constant;
      }
    }
    throw RowRejected.malformed(field, text, "one of the API's " + type.getSimpleName() + " names");
  }
}
