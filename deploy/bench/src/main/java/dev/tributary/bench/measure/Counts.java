package dev.tributary.bench.measure;

/** Compares what the client was told with what the server has. */
final class Counts {
  private Counts() {}

  /**
   * Refuses a measurement whose two ends disagree.
   *
   * @param acknowledged what the client was told
   * @param found what the server has
   * @throws IllegalStateException if they differ
   */
  static void check(String what, long acknowledged, long found) {
    check(what, acknowledged, acknowledged, found);
  }

  /**
   * Refuses a measurement in which something is lost, or there that nobody sent.
   *
   * @param most what the server may have, when calls ended without an answer
   * @throws IllegalStateException if what was found is not in between
   */
  static void check(String what, long acknowledged, long most, long found) {
    if (found < acknowledged || found > most) {
      throw new IllegalStateException(
          "%s: %d (expected: %d to %d, as acknowledged)"
              .formatted(what, found, acknowledged, most));
    }
  }
}
