package dev.tributary.attribution.credit;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Credit of renewals that follow their subscription's first payment. Codes and touches of the
 * renewal itself earn nothing then, but each is told with its fate.
 */
public final class StickyCredit {
  /** Decisions of what could have been credited. */
  private static final Set<CandidateDecision> ELIGIBLE =
      Set.of(
          CandidateDecision.CHOSEN,
          CandidateDecision.NOT_LAST,
          CandidateDecision.CODE_WINS,
          CandidateDecision.CODE_NOT_FIRST,
          CandidateDecision.LINK_WINS,
          CandidateDecision.CODE_NOT_INVOLVED,
          CandidateDecision.CODE_NOT_LAST);

  private StickyCredit() {}

  /**
   * The decision on a renewal.
   *
   * @param own what would be decided by its own codes and touches
   * @param time when the renewal happened
   * @param months for how many months credit sticks
   * @param first the first payment, if it is recorded
   */
  public static Decision of(Decision own, Instant time, int months, Optional<FirstPayment> first) {
    if (first.isEmpty()) {
      return nobody(
          own,
          UnattributedReason.PENDING_FIRST,
          "Nobody is credited: the first payment of the subscription is not recorded.",
          first);
    }
    FirstPayment payment = first.get();
    Instant until = payment.stickyUntil(months);
    if (time.isAfter(until)) {
      return nobody(
          own,
          UnattributedReason.STICKY_ENDED,
          "Nobody is credited: the credit of %s sticks until %s.".formatted(named(payment), until),
          first);
    }
    if (payment.isNobodys()) {
      return nobody(
          own,
          UnattributedReason.FIRST_UNATTRIBUTED,
          "Nobody is credited, as for %s.".formatted(named(payment)),
          first);
    }
    return new Decision(
        payment.shares(),
        Optional.empty(),
        fates(own),
        own.touchesCut(),
        "The renewal has the credit of %s, until %s: %s."
            .formatted(named(payment), until, parts(payment)),
        first);
  }

  private static Decision nobody(
      Decision own, UnattributedReason reason, String summary, Optional<FirstPayment> first) {
    return new Decision(
        List.of(new Share(CreditKey.UNATTRIBUTED, 1)),
        Optional.of(reason),
        fates(own),
        own.touchesCut(),
        summary,
        first);
  }

  private static List<Candidate> fates(Decision own) {
    return own.candidates().stream()
        .map(
            candidate ->
                ELIGIBLE.contains(candidate.decision())
                    ? candidate.decided(
                        CandidateDecision.FIRST_PAYMENT,
                        "could have been credited, but a renewal has the credit of its first"
                            + " payment")
                    : candidate)
        .toList();
  }

  private static String named(FirstPayment payment) {
    return "the first payment, order %s of %s".formatted(payment.orderId(), payment.time());
  }

  private static String parts(FirstPayment payment) {
    BigInteger all =
        payment.shares().stream()
            .map(share -> BigInteger.valueOf(share.weight()))
            .reduce(BigInteger.ZERO, BigInteger::add);
    return Words.list(
        payment.shares().stream()
            .map(
                share ->
                    "%s with %d of %s"
                        .formatted(
                            share.key().owner().map(Words::creator).orElse("nobody"),
                            share.weight(),
                            all))
            .toList());
  }
}
