package dev.tributary.bench.measure;

import dev.tributary.bench.load.Load;

/**
 * (f) Conversions whose path is read: orders of persons with some 18 touches each, by links that
 * belong to creators. Grouped by two writers, against eight writers that have one order each to
 * write, which is a transaction for every order. Rounds take turns.
 */
public final class Conversions {
  private static final int PER_CALL = 50;
  private static final int CALLS = 16;
  private static final int SINGLE_WRITERS = 8;

  private Conversions() {}

  /** Measures both. */
  public static void measure(Rig rig, Templates templates) {
    try (Served grouped = new Served(rig, templates.filled("f.grouped"), 1, "--writers=2");
        Served single =
            new Served(
                rig, templates.filled("f.single"), 1, "--writers=" + SINGLE_WRITERS, pool())) {
      Load many = orders(rig, grouped.closed(PER_CALL, CALLS));
      Load lone = orders(rig, single.closed(1, SINGLE_WRITERS));
      grouped.warmUp(many);
      single.warmUp(lone);
      for (int round = 0; round < rig.options().rounds(); round++) {
        rig.add("f.grouped", "conversions, 50 per call, 16 in flight", grouped.run(many));
        rig.add("f.single", "conversions, one per transaction, 8 at a time", single.run(lone));
      }
    }
  }

  /** A connection for each writer, and some for the rest of the service. */
  private static String pool() {
    return "--db-pool-size=" + 2 * SINGLE_WRITERS;
  }

  private static Load orders(Rig rig, Load load) {
    return load.ofConversions(rig.options().persons());
  }
}
