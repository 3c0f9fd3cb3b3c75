package dev.tributary.bench.measure;

import dev.tributary.bench.load.Load;
import dev.tributary.bench.load.Outcome;
import java.util.function.Function;

/**
 * Running code until it goes no faster: with calls of one touch the compilers of two JVMs take more
 * than a core for most of the first minute, and a fixed time would measure them.
 */
final class WarmUp {
  private static final int RUNS_MAX = 12;

  /** What one run must reach of the best before it, to be called faster. */
  private static final double FASTER = 1.05;

  private WarmUp() {}

  /**
   * Runs pieces of a load until two in a row bring less than 5 % more than the best before, or
   * twelve are done.
   *
   * @param seconds length of a piece
   * @param run runs a load; calls may miss deadlines until the code is warm
   * @return the best rate, in items per second
   */
  static double until(Load load, double seconds, Function<Load, Outcome> run) {
    double best = 0;
    int noFaster = 0;
    for (int i = 0; i < RUNS_MAX && noFaster < 2; i++) {
      double rate = run.apply(load.lasting(seconds)).acknowledgedPerSecond();
      noFaster = rate > best * FASTER ? 0 : noFaster + 1;
      best = Math.max(best, rate);
    }
    return best;
  }
}
