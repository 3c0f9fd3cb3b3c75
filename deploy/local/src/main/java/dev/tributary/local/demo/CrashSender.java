package dev.tributary.local.demo;

import dev.tributary.local.client.WritePositions;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Sends some loads while the service that takes them is killed, and all others in peace. */
final class CrashSender implements Batches {
  private final Map<String, Victim> victims;
  private final Batches peaceful;
  private final PrintStream out;
  private final WritePositions positions = new WritePositions();
  private final List<Sent.Line> lines = new ArrayList<>();
  private final List<Crash> crashes = new ArrayList<>();

  /**
   * A sender that has sent nothing.
   *
   * @param victims who is killed in the middle of which load
   * @param peaceful sends all other loads
   */
  CrashSender(Map<String, Victim> victims, Batches peaceful, PrintStream out) {
    this.victims = Map.copyOf(victims);
    this.peaceful = peaceful;
    this.out = out;
  }

  @Override
  public <T> void send(String label, List<T> items, Function<List<T>, Answer> call) {
    Victim victim = victims.get(label);
    if (victim == null) {
      peaceful.send(label, items, call);
      return;
    }
    long start = System.nanoTime();
    KilledLoad<T> load = new KilledLoad<>(label, items, call, victim);
    Crash crash = load.run();
    crashes.add(crash);
    load.positions().forEach(positions::keep);
    lines.add(new Sent.Line(label, crash.count(), Duration.ofNanos(System.nanoTime() - start)));
    out.printf("  %-18s kill -9 of %s in the middle%n", label, victim.name());
  }

  @Override
  public Sent sent() {
    Sent inPeace = peaceful.sent();
    List<Sent.Line> all = new ArrayList<>(inPeace.lines());
    all.addAll(lines);
    WritePositions merged = new WritePositions();
    inPeace.positions().tokens().forEach(merged::keep);
    positions.tokens().forEach(merged::keep);
    return new Sent(List.copyOf(all), merged);
  }

  /** The kills so far. */
  List<Crash> crashes() {
    return List.copyOf(crashes);
  }
}
