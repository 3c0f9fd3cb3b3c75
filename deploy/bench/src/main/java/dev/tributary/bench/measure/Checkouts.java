package dev.tributary.bench.measure;

import dev.tributary.bench.load.Load;
import dev.tributary.bench.load.Outcome;
import dev.tributary.bench.process.Codes;
import dev.tributary.bench.store.PostgresStage;
import java.util.concurrent.locks.LockSupport;

/**
 * (h) Checkouts that all use one code with limits: a use is reserved, the order recorded, and the
 * reservation settled to USED. A round lasts until the last use is settled. Beside it the same
 * number of orders in flight without a code, one in each call: what a hot code costs.
 */
public final class Checkouts {
  private static final int IN_FLIGHT = 256;
  private static final long PAUSE_NANOS = 5_000_000;
  private static final double SETTLE_SECONDS_MAX = 60;

  private Checkouts() {}

  /** Measures both. */
  public static void measure(Rig rig, Templates templates) {
    PostgresStage stage = templates.empty("h.checkouts");
    try (Served served = new Served(rig, stage, 1);
        Served plain = new Served(rig, templates.empty("h.orders"), 1)) {
      Codes.create(served.targets().get(0));
      served.wroteBesides(1);
      Load checkouts = served.closed(1, IN_FLIGHT).ofCheckouts(rig.options().persons());
      Load orders = plain.closed(1, IN_FLIGHT).ofConversions(rig.options().persons());
      served.warmUp(checkouts);
      plain.warmUp(orders);
      awaitSettled(stage, served.recorded());
      for (int round = 0; round < rig.options().rounds(); round++) {
        Outcome outcome = served.run(checkouts);
        double late = awaitSettled(stage, served.recorded());
        rig.add("h.answered", "checkouts with one hot code, answered", outcome);
        rig.figures()
            .add(
                "h.settled",
                "checkouts with one hot code, reserved, recorded and USED",
                "items/s",
                outcome.recorded() / (outcome.seconds() + late));
        rig.say("h.settled: the last use %.0f ms after the last answer".formatted(1e3 * late));
        rig.add("h.orders", "orders without a code, 1 per call", plain.run(orders));
      }
    }
  }

  /** Waits until every order has its use; answers for how many seconds. */
  private static double awaitSettled(PostgresStage stage, long orders) {
    long start = System.nanoTime();
    long used = stage.usesOfCodes();
    while (used < orders) {
      if ((System.nanoTime() - start) / 1e9 > SETTLE_SECONDS_MAX) {
        throw new IllegalStateException("uses: " + used + " (expected: " + orders + ")");
      }
      LockSupport.parkNanos(PAUSE_NANOS);
      used = stage.usesOfCodes();
    }
    Counts.check("uses of the code", orders, used);
    return (System.nanoTime() - start) / 1e9;
  }
}
