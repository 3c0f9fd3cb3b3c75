package dev.tributary.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** The bars of the write path. */
public final class Bars {
  private static final long BIG_TABLE_ROWS = 10_000_000;

  private final Figures figures;
  private final List<Bar> bars = new ArrayList<>();

  private Bars(Figures figures) {
    this.figures = figures;
  }

  /**
   * All bars that the run could say something about.
   *
   * @param rows in the pre-filled tables
   */
  public static List<Bar> of(Figures figures, long rows) {
    Bars all = new Bars(figures);
    all.store(rows);
    all.calls();
    all.paced("1");
    all.paced("100");
    all.conversions();
    return all.bars.stream().filter(bar -> bar.value().isPresent()).toList();
  }

  /**
   * What a path of two stages can do that share the processor: the harmonic sum of what each can do
   * alone (reference: limits of the machine, section 4).
   */
  static OptionalDouble composite(OptionalDouble one, OptionalDouble other) {
    return one.isEmpty() || other.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(1 / (1 / one.getAsDouble() + 1 / other.getAsDouble()));
  }

  private void store(long rows) {
    ratio("store writer against plain COPY, 1 writer", "b.w1 / c.w1", 0.80, "b.w1", "c.w1");
    ratio("store writer, 2 writers against 1", "b.w2 / b.w1", 1.5, "b.w2", "b.w1");
    if (rows >= BIG_TABLE_ROWS) {
      ratio("store writer on 10 M rows against empty", "b.w1 / b.empty", 0.60, "b.w1", "b.empty");
    }
  }

  private void calls() {
    OptionalDouble store = figures.best("b.w1", "b.w2");
    atLeast(
        "100 per call against composite",
        "e.100 / (1 / (1/a.100 + 1/b))",
        quotient(figures.best("e.100x16", "e.100x64"), composite(figures.median("a.100"), store)),
        0.65);
    atLeast(
        "1 per call against composite",
        "e.1 / (1 / (1/a.1 + 1/b))",
        quotient(figures.best("e.1x256", "e.1x1024"), composite(figures.median("a.1"), store)),
        0.50);
    atLeast(
        "1 per call against single-row inserts",
        "e.1 / d",
        quotient(figures.best("e.1x256", "e.1x1024"), figures.median("d")),
        1);
    ratio(
        "two processes against one, same writers",
        "e.two-processes / e.one-process",
        1,
        "e.two-processes",
        "e.one-process");
  }

  private void paced(String perCall) {
    String id = "e.paced." + perCall;
    atMost(perCall + " per call at half of capacity, p50 ms", id + ".p50", 5);
    atMost(perCall + " per call at half of capacity, p99 ms", id + ".p99", 30);
  }

  private void conversions() {
    ratio(
        "conversions grouped against one by one, 8 threads",
        "f.grouped / f.single",
        4,
        "f.grouped",
        "f.single");
    atMost("seconds to recover from overload", "overload.recovery", 10);
    atLeast(
        "reserved and settled uses of one hot code a second, 2 cores",
        "h.settled",
        figures.median("h.settled"),
        2_000);
  }

  private void ratio(String title, String formula, double limit, String over, String under) {
    atLeast(title, formula, quotient(figures.median(over), figures.median(under)), limit);
  }

  private void atLeast(String title, String formula, OptionalDouble value, double limit) {
    bars.add(new Bar(title, formula, value, limit, true));
  }

  private void atMost(String title, String id, double limit) {
    bars.add(new Bar(title, id, figures.median(id), limit, false));
  }

  private static OptionalDouble quotient(OptionalDouble over, OptionalDouble under) {
    return over.isEmpty() || under.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(over.getAsDouble() / under.getAsDouble());
  }
}
