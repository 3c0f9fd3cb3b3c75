package dev.tributary.attribution.credit;

import dev.tributary.attribution.owner.Owner;
import dev.tributary.attribution.promocode.CodeCredit;
import java.util.Optional;

/** What a code's own policy says beside the touches of the person. */
final class CodeRule {
  private CodeRule() {}

  /** Why a code that stands has no credit here; empty when it has some. */
  static Optional<Ruling> denial(JudgedCode code, TouchPath path) {
    Owner owner = code.owner().orElseThrow();
    return switch (code.rule().policy()) {
      case CODE_WINS, SPLIT -> Optional.empty();
      case LINK_WINS ->
          path.creditsACreator()
              ? denied(
                  CandidateDecision.LINK_WINS,
                  "valid, of %s: leaves the credit to a creator's touch"
                      .formatted(Words.creator(owner)))
              : Optional.empty();
      case CODE_IF_INVOLVED ->
          path.has(owner)
              ? Optional.empty()
              : denied(
                  CandidateDecision.CODE_NOT_INVOLVED,
                  "valid, of %1$s: counts only beside a touch of %1$s"
                      .formatted(Words.creator(owner)));
      case CODE_IF_LAST ->
          path.endsWith(owner)
              ? Optional.empty()
              : denied(
                  CandidateDecision.CODE_NOT_LAST,
                  "valid, of %1$s: counts only when the last touch is of %1$s"
                      .formatted(Words.creator(owner)));
    };
  }

  /**
   * The part that a code with credit takes of its own, in basis points; the touches get the rest.
   */
  static int basisPoints(JudgedCode code, TouchPath path) {
    return switch (code.rule().policy()) {
      case SPLIT ->
          path.creditsAnother(code.owner().orElseThrow())
              ? code.rule().splitBasisPoints()
              : CodeCredit.WHOLE;
      case CODE_WINS, LINK_WINS, CODE_IF_INVOLVED, CODE_IF_LAST -> CodeCredit.WHOLE;
    };
  }

  private static Optional<Ruling> denied(CandidateDecision decision, String message) {
    return Optional.of(new Ruling(decision, message));
  }
}
