package dev.tributary.local.demo.world;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * When things happen in the demo. All of it has happened by the moment the world is made for, so
 * that nothing lies in the future.
 *
 * @param now the moment the world is made for, on a whole hour
 */
record Calendar(Instant now) {
  static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

  /** The calendar as seen at a moment. */
  static Calendar at(Instant moment) {
    return new Calendar(moment.truncatedTo(ChronoUnit.HOURS));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(now, ZoneOffset.UTC);
  }

  /** First day of the sales campaign. */
  LocalDate salesStart() {
    return today().minusDays(38);
  }

  /** Last day of the sales campaign. */
  LocalDate salesEnd() {
    return today().minusDays(9);
  }

  /** First day of the awareness campaign. */
  LocalDate awarenessStart() {
    return today().minusDays(31);
  }

  /** Last day of the awareness campaign. */
  LocalDate awarenessEnd() {
    return today().minusDays(4);
  }

  /** A moment on a day, in the middle of Europe's day. */
  Instant during(LocalDate day, Chance chance) {
    return day.atTime(7, 0)
        .atZone(BERLIN)
        .toInstant()
        .plus(Duration.ofMinutes(chance.between(0, 14 * 60)));
  }

  /** Whether a moment has come. */
  boolean hasCome(Instant moment) {
    return !moment.isAfter(now);
  }
}
