package dev.tributary.bench.measure;

import dev.tributary.bench.store.H2Stage;
import dev.tributary.bench.store.H2Tables;

/** (g) The store writer and the service on the embedded database. */
public final class OnH2 {
  /** More would measure the patience of who fills it: the embedded database is for one machine. */
  private static final long ROWS_MAX = 1_000_000;

  private OnH2() {}

  /** Measures both. */
  public static void measure(Rig rig) {
    try (H2Stage filled = H2Stage.create()) {
      long rows = Math.min(ROWS_MAX, rig.options().rows());
      rig.say("filling %,d touches into H2".formatted(rows));
      rig.service(filled).close();
      H2Tables.fill(filled, rows, rig.options().persons());
      StoreWriters.measure(rig, filled);
      AcknowledgedTouches.measure(rig, filled);
    }
  }
}
