package dev.tributary.attribution.credit;

import dev.tributary.attribution.promocode.CodeCredit;
import java.time.Duration;
import java.util.Optional;

/** What a code of an earlier order earns beside the order's own codes and the touches. */
final class BoundRule {
  private BoundRule() {}

  /**
   * The code with its decision.
   *
   * @param ownCodeWins whether a code of the order itself has credit
   */
  static Candidate candidate(
      BoundCode bound, boolean ownCodeWins, TouchPath path, Evidence evidence) {
    Ruling ruling = ruling(bound, ownCodeWins, path);
    return new Candidate(
        Candidate.Kind.BOUND_CODE,
        bound.code(),
        bound.codeId(),
        "",
        "",
        bound.orderId(),
        Optional.of(bound.owner()),
        bound.orderTime(),
        Duration.between(bound.orderTime(), evidence.conversionTime()),
        Optional.of(CodeCredit.DEFAULT),
        Optional.empty(),
        ruling.decision(),
        ruling.message(),
        Optional.empty());
  }

  private static Ruling ruling(BoundCode bound, boolean ownCodeWins, TouchPath path) {
    String binding =
        "bound by code %s of %s used on order %s at %s"
            .formatted(
                bound.code(), Words.creator(bound.owner()), bound.orderId(), bound.orderTime());
    if (ownCodeWins) {
      return new Ruling(
          CandidateDecision.CODE_OF_ORDER_WINS, binding + ": a code of the order itself wins");
    }
    if (path.credits(bound.owner())) {
      return new Ruling(
          CandidateDecision.LINK_OF_SAME_CREATOR,
          binding + ": credited by the same creator's touch, once");
    }
    return new Ruling(CandidateDecision.CHOSEN, binding + ": credited in full");
  }
}
