package dev.tributary.bench.measure;

import dev.tributary.bench.load.Outcome;

/**
 * (e) Whether processes add up: one service with two writers against two services with one writer
 * each, on the same kind of database and with the same calls. Rounds take turns.
 */
public final class TwoProcesses {
  private static final int ITEMS = 100;
  private static final int IN_FLIGHT = 64;

  private TwoProcesses() {}

  /** Measures both. */
  public static void measure(Rig rig, Templates templates) {
    try (Served one = new Served(rig, templates.filled("e.one"), 1, "--writers=2");
        Served two = new Served(rig, templates.filled("e.two"), 2, "--writers=1")) {
      one.warmUp(one.closed(ITEMS, IN_FLIGHT));
      two.warmUp(two.closed(ITEMS, IN_FLIGHT));
      for (int round = 0; round < rig.options().rounds(); round++) {
        Outcome alone = one.run(one.closed(ITEMS, IN_FLIGHT));
        rig.add("e.one-process", "acknowledged, 100 per call, 1 process, 2 writers", alone);
        Outcome together = two.run(two.closed(ITEMS, IN_FLIGHT));
        rig.add(
            "e.two-processes", "acknowledged, 100 per call, 2 processes, 1 writer each", together);
      }
    }
  }
}
