package dev.tributary.attribution.health;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * What one signal says about a code.
 *
 * @param kind which one
 * @param value inside the window
 * @param ownBaseline in the code's own history, if there is enough of it
 * @param peerValue of all peers inside the window, if there are enough
 * @param peerBaseline of all peers in the days before, if there are enough
 * @param contribution points, 0 to the kind's weight; absent without enough data
 * @param gap why it is absent
 * @param message in words, with its figures
 */
record Signal(
    SignalKind kind,
    Quotient value,
    Optional<Quotient> ownBaseline,
    Optional<Quotient> peerValue,
    Optional<Quotient> peerBaseline,
    OptionalInt contribution,
    Optional<Gap> gap,
    String message) {
  /** Fewest uses from which a share says something. */
  static final int USES_MIN = 20;

  /** Refuses points that the kind does not have with {@link IllegalArgumentException}. */
  Signal {
    if (contribution.isPresent() == gap.isPresent()
        || contribution.orElse(0) < 0
        || contribution.orElse(0) > kind.weight()) {
      throw new IllegalArgumentException(
          "contribution: %s (expected: 0-%d, or a gap)".formatted(contribution, kind.weight()));
    }
  }

  /** Without enough data. */
  static Signal absent(Baseline baseline, Gap gap, String message) {
    return new Signal(
        baseline.kind(),
        baseline.value(),
        baseline.own(),
        baseline.peerValue(),
        baseline.peerBaseline(),
        OptionalInt.empty(),
        Optional.of(gap),
        message);
  }

  /** With a strength of 0 to 10,000 basis points. */
  static Signal of(Baseline baseline, long strengthBasisPoints, String message) {
    long points = baseline.kind().weight() * strengthBasisPoints / 10_000;
    return new Signal(
        baseline.kind(),
        baseline.value(),
        baseline.own(),
        baseline.peerValue(),
        baseline.peerBaseline(),
        OptionalInt.of(Math.toIntExact(points)),
        Optional.empty(),
        message);
  }

  /** Whether it speaks against the code. */
  boolean speaks() {
    return contribution.orElse(0) > 0;
  }
}
