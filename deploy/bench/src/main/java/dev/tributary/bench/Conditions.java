package dev.tributary.bench;

import dev.tributary.bench.measure.Options;
import dev.tributary.bench.postgres.PostgresSettings;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What must be known to make sense of figures. */
final class Conditions {
  private Conditions() {}

  /** The machine and the settings of a run that starts now, by name; the caller may add to it. */
  static Map<String, String> of(Options options) {
    Map<String, String> conditions = new LinkedHashMap<>();
    conditions.put("started", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    conditions.put(
        "machine",
        "%d cores, %s %s"
            .formatted(
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name"),
                System.getProperty("os.version")));
    conditions.put("java", System.getProperty("java.vm.name") + " " + Runtime.version());
    conditions.put(
        "rounds",
        "%d of %s, after %s of warm-up"
            .formatted(options.rounds(), options.time(), options.warmUp()));
    conditions.put("touches before", "%,d".formatted(options.rows()));
    conditions.put("server flags", String.join(" ", options.serviceFlags()));
    conditions.put(
        "PostgreSQL has",
        PostgresSettings.recommended().entrySet().stream()
            .map(setting -> setting.getKey() + "=" + setting.getValue())
            .collect(Collectors.joining(", ")));
    return conditions;
  }
}
