package dev.tributary.local.command;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Times as they are typed. */
public final class Moments {
  private Moments() {}

  /**
   * A moment with its offset, or the first one of a day in UTC.
   *
   * @param option where it was typed, for the message
   * @throws IllegalArgumentException if it is neither
   */
  public static Instant parse(String option, String text) {
    try {
      return text.indexOf('T') < 0
          ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
          : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException unreadable) {
      throw new IllegalArgumentException(
          "%s: '%s' (expected: 2026-11-05T10:00:00Z, another offset, or a day such as 2026-11-05)"
              .formatted(option, text),
          unreadable);
    }
  }
}
