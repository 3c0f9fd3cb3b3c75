package dev.tributary.bench.measure;

import dev.tributary.bench.load.Load;
import dev.tributary.bench.load.Outcome;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What happens when ten times as much is offered as the service can take: memory must stay bounded,
 * refusals must be typed, what was accepted must be answered, and it must be over soon after.
 */
public final class Overload {
  private static final int ITEMS = 100;
  private static final int TIMES = 10;

  /** Bounds the client's memory; calls that are due beyond it are counted as not sent. */
  private static final int IN_FLIGHT_MAX = 4096;

  /** The only reason for which a call may be refused. */
  private static final Set<String> TYPED = Set.of("RESOURCE_EXHAUSTED QUEUE_FULL");

  private static final double PROBE_SECONDS = 0.25;
  private static final double HEALTHY_P99_MILLIS = 100;
  private static final double RECOVERY_SECONDS_MAX = 60;
  private static final double MEGABYTE = 1 << 20;

  private final Rig rig;
  private final Served served;

  private Overload(Rig rig, Served served) {
    this.rig = rig;
    this.served = served;
  }

  /** Measures one overload. */
  public static void measure(Rig rig, Templates templates) {
    try (Served served = new Served(rig, templates.filled("overload"), 1)) {
      new Overload(rig, served).measure();
    }
  }

  private void measure() {
    Load closed = served.closed(ITEMS, 16);
    served.warmUp(closed);
    double capacity = served.run(closed).acknowledgedPerSecond();
    add("heap-before", "live heap before", "MB", served.liveHeapBytes() / MEGABYTE);
    double seconds = rig.options().overload().toMillis() / 1000.0;
    Load offered = closed.paced(TIMES * capacity / ITEMS, IN_FLIGHT_MAX).lasting(seconds);
    Outcome outcome = served.runAnyhow(offered);
    double recovery = outcome.drainSeconds() + probe();
    add("heap-after", "live heap after", "MB", served.liveHeapBytes() / MEGABYTE);
    add("recovery", "until a lone call is fast again", "s", recovery);
    note(outcome, capacity, seconds);
  }

  private void note(Outcome outcome, double capacity, double seconds) {
    double sent = outcome.answered() + outcome.refusedCalls();
    add("capacity", "closed loop before, 100 per call", "touches/s", capacity);
    add("sent", "sent during the overload", "touches/s", sent * ITEMS / seconds);
    add("not-sent", "not sent: the client had its fill", "calls", (double) outcome.skipped());
    add("accepted", "acknowledged during it", "touches/s", outcome.acknowledgedPerSecond());
    add("accepted.p50", "p50 of accepted calls", "ms", outcome.p50Millis());
    add("accepted.p99", "p99 of accepted calls", "ms", outcome.p99Millis());
    for (Map.Entry<String, Long> reason : outcome.refused().entrySet()) {
      String id = "refused." + reason.getKey().replace(' ', '.').toLowerCase(Locale.ROOT);
      add(id, "refused with " + reason.getKey(), "calls", (double) reason.getValue());
    }
    boolean typed = TYPED.containsAll(outcome.refused().keySet());
    add("untyped", "calls refused for another reason", "calls", typed ? 0 : untyped(outcome));
    rig.say("overload: " + outcome);
  }

  private static double untyped(Outcome outcome) {
    return outcome.refused().entrySet().stream()
        .filter(reason -> !TYPED.contains(reason.getKey()))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  /** Seconds until calls, one at a time, are neither refused nor slow. */
  private double probe() {
    Load lone = served.closed(1, 1).lasting(PROBE_SECONDS);
    double seconds = 0;
    while (seconds < RECOVERY_SECONDS_MAX) {
      Outcome outcome = served.runAnyhow(lone);
      if (outcome.refusedCalls() == 0 && outcome.p99Millis() < HEALTHY_P99_MILLIS) {
        return seconds;
      }
      seconds += outcome.seconds();
    }
    return seconds;
  }

  private void add(String id, String title, String unit, double value) {
    rig.figures().add("overload." + id, title, unit, value);
  }
}
