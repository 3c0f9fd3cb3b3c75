package dev.tributary.bench.measure;

import dev.tributary.runtime.settings.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What to measure, and for how long.
 *
 * @param rows touches in the tables before anything is measured
 * @param rounds how often everything is measured
 * @param warmUp how long each process does the same work before its first round
 * @param time length of a round
 * @param overload length of the overload
 * @param only letters of the measurements to do; empty for all
 * @param h2Only whether there is no PostgreSQL
 * @param serviceFlags flags of the servers' JVMs
 * @param clientFlags flags of the load client's JVM
 * @param out where the JSON goes
 * @param logs folder of the processes' logs
 */
public record Options(
    long rows,
    int rounds,
    Duration warmUp,
    Duration time,
    Duration overload,
    Set<String> only,
    boolean h2Only,
    List<String> serviceFlags,
    List<String> clientFlags,
    Path out,
    Path logs) {
  /** Measurements, by letter. */
  public static final Set<String> LETTERS =
      Set.of("a", "b", "c", "d", "e", "f", "g", "h", "overload");

  private static final int ROWS_MAX = 1_000_000_000;

  /** Touches of each person in the pre-filled tables, on average. */
  private static final int TOUCHES_PER_PERSON = 18;

  private static final String FLAGS = "-Xms512m -Xmx512m -XX:+UseSerialGC";

  /** Keeps its own copies. */
  public Options {
    only = Set.copyOf(only);
    serviceFlags = List.copyOf(serviceFlags);
    clientFlags = List.copyOf(clientFlags);
  }

  /**
   * Reads the settings; what is wrong with them shows when they are finished.
   *
   * @param target folder for what the build and the run leave behind
   */
  public static Options from(Settings settings, Path target) {
    Path out = settings.path("out", target.resolve("bench.json"), "File for the JSON.");
    return new Options(
        settings.integer("rows", 1_000_000, 0, ROWS_MAX, "Touches in the tables beforehand."),
        settings.integer("rounds", 3, 1, 100, "How often everything is measured."),
        settings.duration("warm-up", Duration.ofSeconds(10), "Same work before the first round."),
        settings.duration("time", Duration.ofSeconds(10), "Length of a round."),
        settings.duration("overload", Duration.ofSeconds(60), "Length of the overload."),
        letters(settings),
        settings.flag("h2-only", false, "Whether to leave PostgreSQL out."),
        words(settings.text("service-flags", FLAGS, "Flags of the servers' JVMs.")),
        words(settings.text("client-flags", FLAGS, "Flags of the load client's JVM.")),
        out,
        target.resolve("bench-logs"));
  }

  /** How many persons the pre-filled touches are of. */
  public long persons() {
    return Math.max(1000, rows / TOUCHES_PER_PERSON);
  }

  /** How many persons the touches of the load are of: half of them were seen before. */
  public long personsOfLoad() {
    return 2 * persons();
  }

  /** Whether to do a measurement. */
  public boolean wants(String letter) {
    return only.isEmpty() || only.contains(letter);
  }

  /** Length of a round in seconds. */
  public double seconds() {
    return time.toMillis() / 1000.0;
  }

  /** Length of the warm-up in seconds. */
  public double warmUpSeconds() {
    return warmUp.toMillis() / 1000.0;
  }

  private static Set<String> letters(Settings settings) {
    Optional<String> text =
        settings.optionalText("only", "Measurements to do, as in a,b,overload; all unless told.");
    Set<String> letters = new TreeSet<>(words(text.orElse("").replace(',', ' ')));
    if (!LETTERS.containsAll(letters)) {
      settings.problem("only", letters + " (expected: of " + new TreeSet<>(LETTERS) + ")");
    }
    return letters;
  }

  private static List<String> words(String text) {
    return List.of(text.strip().split("\\s+")).stream().filter(word -> !word.isEmpty()).toList();
  }
}
