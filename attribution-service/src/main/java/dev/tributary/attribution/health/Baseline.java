package dev.tributary.attribution.health;

import java.util.Optional;

/**
 * What a signal is compared with. Quotients with too few uses are absent.
 *
 * @param kind which signal
 * @param value what the code has inside the window
 * @param own the code's own history
 * @param peerValue peers inside the window
 * @param peerBaseline peers in the days before
 */
record Baseline(
    SignalKind kind,
    Quotient value,
    Optional<Quotient> own,
    Optional<Quotient> peerValue,
    Optional<Quotient> peerBaseline) {

  /** Shares of a code and of its peers. */
  static Baseline ofShares(SignalKind kind, Tally code, Tally peers) {
    return new Baseline(
        kind,
        code.inWindow(kind),
        enough(code.before(kind)),
        enough(peers.inWindow(kind)),
        enough(peers.before(kind)));
  }

  private static Optional<Quotient> enough(Quotient share) {
    return Optional.of(share).filter(known -> known.denominator() >= Signal.USES_MIN);
  }
}
