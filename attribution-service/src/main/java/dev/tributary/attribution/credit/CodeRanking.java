package dev.tributary.attribution.credit;

import dev.tributary.attribution.owner.Owner;
import dev.tributary.attribution.promocode.CodeCredit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The codes of a conversion, judged. Those that are valid, somebody's, and by their own policy have
 * credit beside the touches share it by the discounts they gave, if every one of them tells its
 * discount; else the first entered of them has it all.
 *
 * @param candidates every code in the order entered, then that of an earlier order if one binds the
 *     customer, each with its decision
 * @param shares what the winning codes earn; empty when no code wins
 * @param left what the winning codes leave to touches, in the unit of their shares' weights
 */
record CodeRanking(List<Candidate> candidates, List<Share> shares, long left) {
  /** Weights are scaled down to this before they are divided, so that no product overflows. */
  private static final long WEIGHT_MAX = 1L << 48;

  private static final Set<CandidateDecision> INVALID =
      Set.of(
          CandidateDecision.CODE_NOT_STARTED,
          CandidateDecision.CODE_ENDED,
          CandidateDecision.CODE_DISABLED);

  static CodeRanking of(List<JudgedCode> codes, TouchPath path, Evidence evidence) {
    List<JudgedCode> winners = winners(codes, path);
    List<Candidate> candidates =
        codes.stream()
            .map(code -> candidate(code, ruling(code, winners, path, evidence), evidence))
            .toList();
    boolean isWhole =
        winners.stream().allMatch(code -> CodeRule.basisPoints(code, path) == CodeCredit.WHOLE);
    List<Share> shares = new ArrayList<>();
    long left = 0;
    for (JudgedCode code : winners) {
      long weight = weight(code, winners);
      int part = CodeRule.basisPoints(code, path);
      shares.add(new Share(key(code), isWhole ? weight : reduced(weight, winners) * part));
      left += isWhole ? 0 : reduced(weight, winners) * (CodeCredit.WHOLE - part);
    }
    CodeRanking own = new CodeRanking(candidates, List.copyOf(shares), left);
    return evidence.bound().map(bound -> own.beside(bound, path, evidence)).orElse(own);
  }

  /** With the code of an earlier order, which has all that the order's own codes have none of. */
  private CodeRanking beside(BoundCode bound, TouchPath path, Evidence evidence) {
    Candidate candidate = BoundRule.candidate(bound, hasWinner(), path, evidence);
    List<Candidate> all = new ArrayList<>(candidates);
    all.add(candidate);
    return candidate.decision() == CandidateDecision.CHOSEN
        ? new CodeRanking(
            all, List.of(new Share(CreditKey.byCode(bound.owner(), bound.codeId()), 1)), 0)
        : new CodeRanking(all, shares, left);
  }

  /** Whether some code takes credit. */
  boolean hasWinner() {
    return !shares.isEmpty();
  }

  /** Whether codes take all of the credit, so that touches get none. */
  boolean takesAll() {
    return hasWinner() && left == 0;
  }

  /**
   * Why the codes earned nothing: the fault that the shop can mend comes before the one it cannot.
   */
  UnattributedReason reason() {
    if (some(Set.of(CandidateDecision.CODE_UNKNOWN))) {
      return UnattributedReason.CODE_UNKNOWN;
    }
    if (some(INVALID)) {
      return UnattributedReason.CODE_INVALID;
    }
    return candidates.stream()
            .filter(code -> code.decision() != CandidateDecision.CODE_REPEATED)
            .allMatch(code -> code.decision() == CandidateDecision.CODE_UNOWNED)
        ? UnattributedReason.CODE_UNOWNED
        : UnattributedReason.CODE_NOT_ENTITLED;
  }

  private boolean some(Set<CandidateDecision> decisions) {
    return candidates.stream().anyMatch(code -> decisions.contains(code.decision()));
  }

  private static List<JudgedCode> winners(List<JudgedCode> codes, TouchPath path) {
    List<JudgedCode> entitled =
        codes.stream()
            .filter(JudgedCode::stands)
            .filter(code -> CodeRule.denial(code, path).isEmpty())
            .toList();
    boolean allTold = entitled.stream().allMatch(code -> code.discountMinor().orElse(0) > 0);
    return allTold ? entitled : entitled.subList(0, 1);
  }

  private static long weight(JudgedCode code, List<JudgedCode> winners) {
    return winners.size() == 1 ? 1 : code.discountMinor().orElseThrow();
  }

  private static long reduced(long weight, List<JudgedCode> winners) {
    long largest = winners.stream().mapToLong(code -> weight(code, winners)).max().orElse(1);
    return Math.max(1, weight / (largest / WEIGHT_MAX + 1));
  }

  private static CreditKey key(JudgedCode code) {
    return CreditKey.byCode(code.owner().orElseThrow(), code.codeId());
  }

  private static Ruling ruling(
      JudgedCode code, List<JudgedCode> winners, TouchPath path, Evidence evidence) {
    if (code.fault().isPresent()) {
      return code.fault().get();
    }
    return CodeRule.denial(code, path)
        .orElseGet(
            () ->
                winners.contains(code)
                    ? chosen(code, winners, path, evidence)
                    : new Ruling(
                        CandidateDecision.CODE_NOT_FIRST,
                        winners.get(0).code()
                            + " was entered before it, and not every valid code tells a discount"
                            + " above 0 to share by"));
  }

  private static Ruling chosen(
      JudgedCode code, List<JudgedCode> winners, TouchPath path, Evidence evidence) {
    Owner owner = code.owner().orElseThrow();
    String part = "credited in full";
    if (winners.size() > 1) {
      long all = winners.stream().mapToLong(winner -> winner.discountMinor().orElseThrow()).sum();
      part =
          "credited in proportion to its discount, %s of %s"
              .formatted(
                  Words.money(evidence.currency(), code.discountMinor().orElseThrow()),
                  Words.money(evidence.currency(), all));
    }
    int basisPoints = CodeRule.basisPoints(code, path);
    if (basisPoints != CodeCredit.WHOLE) {
      String share = Words.percent(basisPoints);
      part =
          winners.size() > 1
              ? part + ", and keeps %s of that beside a touch".formatted(share)
              : "credited with %s, the rest goes to a touch".formatted(share);
    }
    return new Ruling(CandidateDecision.CHOSEN, "valid, of " + Words.creator(owner) + ": " + part);
  }

  private static Candidate candidate(JudgedCode code, Ruling ruling, Evidence evidence) {
    return new Candidate(
        Candidate.Kind.CODE,
        code.code(),
        code.codeId(),
        "",
        "",
        "",
        code.owner(),
        evidence.conversionTime(),
        Duration.ZERO,
        code.credit(),
        Optional.empty(),
        ruling.decision(),
        ruling.message(),
        Optional.empty());
  }
}
