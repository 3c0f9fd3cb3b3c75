package dev.tributary.attribution.health;

import java.math.BigInteger;
import java.util.Optional;

/**
 * Signals that are shares of uses. What counts is by how much a share rose: above the code's own
 * history, less what the peers' rose by meanwhile (a sale brings returning customers to everybody);
 * without history above the peers' share. A rise is believed when the two shares differ by at least
 * two standard errors (pooled two-proportion z test; for example Fleiss, Levin and Paik,
 * Statistical Methods for Rates and Proportions, 2003), which is computed in whole numbers.
 */
final class ShareSignal {
  /** Two standard errors, squared. */
  private static final int Z_SQUARED_MIN = 4;

  private static final long ALL = 10_000;

  private ShareSignal() {}

  static Signal of(SignalKind kind, Tally code, Tally peers, Question question) {
    Baseline baseline = Baseline.ofShares(kind, code, peers);
    if (kind == SignalKind.FOREIGN_REGION && question.expectedRegions().isEmpty()) {
      return Signal.absent(baseline, Gap.NOT_ASKED, "No regions of the audience are told.");
    }
    long known = baseline.value().denominator();
    if (known < Signal.USES_MIN) {
      return Signal.absent(
          baseline,
          Gap.TOO_FEW_USES,
          "It is known of %d uses (expected: %d or more).".formatted(known, Signal.USES_MIN));
    }
    Optional<Quotient> reference = reference(baseline);
    return reference.isEmpty()
        ? Signal.absent(baseline, Gap.NO_BASELINE, "Neither the code nor peers have a history.")
        : judged(baseline, reference.get());
  }

  private static Signal judged(Baseline baseline, Quotient reference) {
    Quotient value = baseline.value();
    long rise = value.basisPoints() - reference.basisPoints() - riseOfPeers(baseline);
    boolean isBelieved = rise > 0 && isBeyondChance(value, reference);
    long strength = isBelieved ? Math.min(ALL, rise * ALL / baseline.kind().fullBasisPoints()) : 0;
    String message =
        "%s of %d uses, against %s %s."
            .formatted(value.percent(), value.denominator(), reference.percent(), word(baseline));
    return Signal.of(baseline, strength, message);
  }

  /** Own history; else peers of now; else, for coupon sites alone, nothing at all. */
  private static Optional<Quotient> reference(Baseline baseline) {
    return baseline
        .own()
        .or(baseline::peerValue)
        .or(
            () ->
                baseline.kind() == SignalKind.COUPON_REFERRER
                    ? Optional.of(new Quotient(0, Signal.USES_MIN))
                    : Optional.empty());
  }

  private static long riseOfPeers(Baseline baseline) {
    if (baseline.own().isEmpty()
        || baseline.peerValue().isEmpty()
        || baseline.peerBaseline().isEmpty()) {
      return 0;
    }
    return Math.max(
        0, baseline.peerValue().get().basisPoints() - baseline.peerBaseline().get().basisPoints());
  }

  private static String word(Baseline baseline) {
    if (baseline.own().isPresent()) {
      return "before";
    }
    return baseline.peerValue().isPresent() ? "with peers" : "expected";
  }

  /**
   * With a of n and b of m, z² = (am − bn)² (n + m) / (n m (a + b)(n + m − a − b)), compared by
   * multiplying.
   */
  private static boolean isBeyondChance(Quotient value, Quotient reference) {
    BigInteger a = BigInteger.valueOf(value.numerator());
    BigInteger n = BigInteger.valueOf(value.denominator());
    BigInteger b = BigInteger.valueOf(reference.numerator());
    BigInteger m = BigInteger.valueOf(reference.denominator());
    BigInteger difference = a.multiply(m).subtract(b.multiply(n));
    BigInteger with = a.add(b);
    BigInteger all = n.add(m);
    BigInteger squared = difference.multiply(difference).multiply(all);
    BigInteger spread = n.multiply(m).multiply(with).multiply(all.subtract(with));
    return squared.compareTo(spread.multiply(BigInteger.valueOf(Z_SQUARED_MIN))) >= 0;
  }
}
