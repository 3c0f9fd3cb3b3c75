package dev.tributary.reporting.figure;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/** Texts of days and moments. The months are ours, since those of a JVM change with its release. */
public final class Dates {
  private static final List<String> MONTHS =
      List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

  private Dates() {}

  /** A day: {@code 14 May 2026}. */
  public static String day(LocalDate day) {
    return dayAndMonth(day) + " " + day.getYear();
  }

  /** A day of a contract, "YYYY-MM-DD". */
  public static String day(String isoDate) {
    return day(LocalDate.parse(isoDate));
  }

  /** A day whose year is known: {@code 14 May}. */
  public static String dayAndMonth(LocalDate day) {
    return day.getDayOfMonth() + " " + MONTHS.get(day.getMonthValue() - 1);
  }

  /** A moment in a zone, which is not named: {@code 14 May 2026, 09:05}. */
  public static String minute(Instant time, ZoneId zone) {
    var local = time.atZone(zone);
    String clock = String.format(Locale.ROOT, "%02d:%02d", local.getHour(), local.getMinute());
    return day(local.toLocalDate()) + ", " + clock;
  }
}
