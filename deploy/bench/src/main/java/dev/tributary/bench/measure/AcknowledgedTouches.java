package dev.tributary.bench.measure;

import dev.tributary.bench.load.Load;
import dev.tributary.bench.load.Outcome;
import dev.tributary.bench.store.H2Stage;
import dev.tributary.bench.store.Stage;
import java.util.List;

/**
 * (e) What a caller of the real service gets: touches that are on disk when the call answers, with
 * 1 and with 100 in a call, as fast as it goes and then at half of that.
 */
public final class AcknowledgedTouches {
  /** Calls that may wait when paced: far more than there are while the service keeps up. */
  private static final int PACED_IN_FLIGHT_MAX = 10_000;

  private static final List<Shape> ON_POSTGRES =
      List.of(new Shape(1, 256), new Shape(1, 1024), new Shape(100, 16), new Shape(100, 64));
  private static final List<Shape> ON_H2 =
      List.of(new Shape(1, 256), new Shape(1, 1024), new Shape(100, 16));

  private final Rig rig;
  private final String letter;
  private final List<Shape> shapes;
  private final Served served;

  private AcknowledgedTouches(Rig rig, String letter, List<Shape> shapes, Served served) {
    this.rig = rig;
    this.letter = letter;
    this.shapes = shapes;
    this.served = served;
  }

  /** Measures the service on PostgreSQL. */
  public static void measure(Rig rig, Templates templates) {
    measure(rig, "e", ON_POSTGRES, templates.filled("e"));
  }

  /** (g) Measures the service on H2. */
  static void measure(Rig rig, H2Stage filled) {
    measure(rig, "g", ON_H2, filled.copy());
  }

  private static void measure(Rig rig, String letter, List<Shape> shapes, Stage stage) {
    try (Served served = new Served(rig, stage, 1)) {
      AcknowledgedTouches measurement = new AcknowledgedTouches(rig, letter, shapes, served);
      measurement.warmUp();
      measurement.closedLoops();
      measurement.paced(1);
      measurement.paced(100);
    }
  }

  private void warmUp() {
    for (Shape shape : shapes) {
      served.warmUp(load(shape));
    }
  }

  private void closedLoops() {
    for (int round = 0; round < rig.options().rounds(); round++) {
      for (Shape shape : shapes) {
        String title =
            "acknowledged, %d per call, %d in flight".formatted(shape.items, shape.inFlight);
        rig.add(letter + "." + shape.id(), title, served.run(load(shape)));
      }
    }
  }

  /** The pace is half of the best closed loop with as many touches in a call. */
  private void paced(int items) {
    String[] closed =
        shapes.stream()
            .filter(shape -> shape.items == items)
            .map(shape -> letter + "." + shape.id())
            .toArray(String[]::new);
    double capacity = rig.figures().best(closed).orElseThrow();
    Load load = served.closed(items, 1).paced(capacity / 2 / items, PACED_IN_FLIGHT_MAX);
    served.warmUp(load);
    for (int round = 0; round < rig.options().rounds(); round++) {
      Outcome outcome = served.runAnyhow(load);
      if (outcome.skipped() + outcome.refusedCalls() > 0) {
        // A machine that stands still for a second leaves more calls waiting than may wait. Its
        // latencies stay in the figures.
        rig.say("paced: not all calls were taken: " + outcome);
      }
      String title = "acknowledged, %d per call, paced at half of capacity".formatted(items);
      rig.add(letter + ".paced." + items, title, outcome);
    }
  }

  private Load load(Shape shape) {
    return served.closed(shape.items, shape.inFlight);
  }

  private record Shape(int items, int inFlight) {
    String id() {
      return items + "x" + inFlight;
    }
  }
}
