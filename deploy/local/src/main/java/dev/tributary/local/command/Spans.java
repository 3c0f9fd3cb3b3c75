package dev.tributary.local.command;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths of time as they are typed. */
public final class Spans {
  private static final Pattern SPAN = Pattern.compile("([0-9]{1,6})([dhm])");

  private Spans() {}

  /**
   * Days, hours or minutes.
   *
   * @param option where it was typed, for the message
   * @throws IllegalArgumentException if it is neither
   */
  public static Duration parse(String option, String text) {
    Matcher matcher = SPAN.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "%s: '%s' (expected: such as 2d, 48h or 90m)".formatted(option, text));
    }
    long count = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "d" -> Duration.ofDays(count);
      case "h" -> Duration.ofHours(count);
      default -> Duration.ofMinutes(count);
    };
  }
}
