package dev.tributary.bench.measure;

import dev.tributary.bench.load.Outcome;
import dev.tributary.bench.process.LoadProcess;
import dev.tributary.bench.process.ServiceProcess;
import dev.tributary.bench.report.Figures;
import dev.tributary.bench.store.Stage;
import java.util.ArrayList;
import java.util.List;

/**
 * What the measurements share.
 *
 * @param options what to measure, and for how long
 * @param figures where it is noted
 */
public record Rig(Options options, Figures figures) {
  /** Says what is being done, on the error stream: the table alone goes to the output. */
  public void say(String text) {
    System.err.println("bench: " + text);
  }

  /** Notes the rate of a load and how long its calls took. */
  void add(String id, String title, Outcome outcome) {
    figures.add(id, title, "items/s", outcome.acknowledgedPerSecond());
    addLatency(id, title, outcome);
  }

  /** Notes how long the calls of a load took. */
  void addLatency(String id, String title, Outcome outcome) {
    figures.add(id + ".p50", title + ": p50 of a call", "ms", outcome.p50Millis());
    figures.add(id + ".p99", title + ": p99 of a call", "ms", outcome.p99Millis());
    say(
        "%s: %,.0f items/s, p50 %.2f ms, p99 %.2f ms"
            .formatted(
                id, outcome.acknowledgedPerSecond(), outcome.p50Millis(), outcome.p99Millis()));
  }

  /** Starts a load client. */
  LoadProcess client() {
    return LoadProcess.start(options.logs(), options.clientFlags());
  }

  /** Starts a service on a database. */
  ServiceProcess service(Stage stage, String... settings) {
    List<String> all = new ArrayList<>(stage.serviceSettings());
    all.addAll(List.of(settings));
    return ServiceProcess.start(options.logs(), options.serviceFlags(), all);
  }
}
