package dev.tributary.local.importing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A field that is a number of a post or an account.
 *
 * @param name of the field, and of the metric in the observation
 * @param unit what the cell counts
 * @param tellsBlank whether a blank cell says that the source does not have the number; otherwise
 *     it says nothing
 */
record MetricField(String name, Unit unit, boolean tellsBlank) {
  /** Canonical names, which need no mapping to be taken as metrics. */
  static final List<String> CANONICAL =
      List.of(
          "impressions",
          "video_views",
          "views",
          "engaged_views",
          "reach",
          "likes",
          "comments",
          "shares",
          "saves",
          "reposts",
          "quotes",
          "replies",
          "link_clicks",
          "all_clicks",
          "profile_visits",
          "follows",
          "followers",
          "watch_time_ms",
          "avg_watch_time_ms");

  /** What a cell counts; times are sent as milliseconds, rounded half to even. */
  enum Unit {
    /** A whole number, taken as it is. */
    COUNT(0),
    /** Milliseconds, decimals allowed. */
    MILLIS(1),
    /** Seconds, decimals allowed. */
    SECONDS(1_000),
    /** Minutes, decimals allowed. */
    MINUTES(60_000),
    /** Hours, decimals allowed. */
    HOURS(3_600_000);

    private final long millis;

    Unit(long millis) {
      this.millis = millis;
    }
  }

  /** A field that counts and was asked for. */
  static MetricField mapped(String name) {
    return new MetricField(name, Unit.COUNT, true);
  }

  /** A field that counts and is there by its name alone. */
  static MetricField found(String name) {
    return new MetricField(name, Unit.COUNT, false);
  }

  /** The row's number; empty when its cell is blank. */
  OptionalLong read(CsvRow row) throws RowRejected {
    if (unit == Unit.COUNT) {
      return Cells.count(row, name);
    }
    Optional<String> text = row.get(name);
    if (text.isEmpty()) {
      return OptionalLong.empty();
    }
    try {
      return OptionalLong.of(
          new BigDecimal(text.get())
              .multiply(BigDecimal.valueOf(unit.millis))
              .setScale(0, RoundingMode.HALF_EVEN)
              .longValueExact());
    } catch (NumberFormatException | ArithmeticException unreadable) {
      throw RowRejected.malformed(
          name, text.get(), "a number of " + unit.name().toLowerCase(Locale.ROOT));
    }
  }
}
