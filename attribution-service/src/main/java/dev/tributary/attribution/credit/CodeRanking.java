package dev.tributary.attribution.credit;

import dev.tributary.attribution.owner.Owner;
import dev.tributary.attribution.promocode.PromoCode;
import dev.tributary.attribution.promocode.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The codes of a conversion, judged. Those that are valid and somebody's share the credit by the
 * discounts they gave, if every one of them tells its discount; else the first entered has it all.
 *
 * @param candidates every code in the order entered, with its decision
 * @param shares what the winning codes earn; empty when no code wins
 */
record CodeRanking(List<Candidate> candidates, List<Share> shares) {

  static CodeRanking of(Evidence evidence) {
    List<TypedCode> winners = winners(evidence);
    List<Candidate> candidates = new ArrayList<>();
    for (TypedCode code : evidence.codes()) {
      candidates.add(candidate(evidence, code, ruling(evidence, code, winners)));
    }
    return new CodeRanking(candidates, shares(evidence, winners));
  }

  /** Whether some code takes the credit, so that touches get none. */
  boolean hasWinner() {
    return !shares.isEmpty();
  }

  /**
   * Why the codes earned nothing: the fault that the shop can mend comes before the one it cannot.
   */
  UnattributedReason reason() {
    if (candidates.stream().anyMatch(code -> code.decision() == CandidateDecision.CODE_UNKNOWN)) {
      return UnattributedReason.CODE_UNKNOWN;
    }
    return candidates.stream().allMatch(code -> code.decision() == CandidateDecision.CODE_UNOWNED)
        ? UnattributedReason.CODE_UNOWNED
        : UnattributedReason.CODE_INVALID;
  }

  private static List<TypedCode> winners(Evidence evidence) {
    List<TypedCode> eligible =
        evidence.codes().stream()
            .filter(code -> refusal(evidence.conversionTime(), code).isEmpty())
            .toList();
    boolean allTold = eligible.stream().allMatch(code -> code.discountMinor().orElse(0) > 0);
    return allTold ? eligible : eligible.subList(0, 1);
  }

  private static List<Share> shares(Evidence evidence, List<TypedCode> winners) {
    return winners.stream()
        .map(
            winner -> {
              PromoCode code = winner.found().orElseThrow();
              Owner owner = code.ownerAt(evidence.conversionTime()).orElseThrow();
              long weight = winners.size() == 1 ? 1 : winner.discountMinor().orElseThrow();
              return new Share(CreditKey.byCode(owner, code.codeId()), weight);
            })
        .toList();
  }

  private static Ruling ruling(Evidence evidence, TypedCode code, List<TypedCode> winners) {
    return refusal(evidence.conversionTime(), code)
        .orElseGet(
            () ->
                winners.contains(code)
                    ? chosen(evidence, code, winners)
                    : new Ruling(
                        CandidateDecision.CODE_NOT_FIRST,
                        winners.get(0).code()
                            + " was entered before it, and not every valid code tells a discount"
                            + " above 0 to share by"));
  }

  private static Ruling chosen(Evidence evidence, TypedCode code, List<TypedCode> winners) {
    Owner owner =
        code.found().flatMap(found -> found.ownerAt(evidence.conversionTime())).orElseThrow();
    String part = "credited in full";
    if (winners.size() > 1) {
      long all = winners.stream().mapToLong(winner -> winner.discountMinor().orElseThrow()).sum();
      part =
          "credited in proportion to its discount, %s of %s"
              .formatted(
                  Words.money(evidence.currency(), code.discountMinor().orElseThrow()),
                  Words.money(evidence.currency(), all));
    }
    return new Ruling(CandidateDecision.CHOSEN, "valid, of " + Words.creator(owner) + ": " + part);
  }

  /** Why a code earns nothing, looked at alone. */
  private static Optional<Ruling> refusal(Instant time, TypedCode code) {
    if (code.found().isEmpty()) {
      return Optional.of(
          new Ruling(CandidateDecision.CODE_UNKNOWN, "the storefront has no such code"));
    }
    PromoCode found = code.found().get();
    Optional<Refusal> refusal = found.refusalAt(time);
    if (refusal.isPresent()) {
      return Optional.of(invalid(time, found, refusal.get()));
    }
    return found.ownerAt(time).isPresent()
        ? Optional.empty()
        : Optional.of(
            new Ruling(
                CandidateDecision.CODE_UNOWNED,
                "the shop's own code: earns nobody credit and takes none from a touch"));
  }

  private static Ruling invalid(Instant time, PromoCode code, Refusal refusal) {
    return switch (refusal) {
      case NOT_STARTED ->
          new Ruling(
              CandidateDecision.CODE_NOT_STARTED,
              "valid from %s, typed at %s".formatted(code.startTime().orElseThrow(), time));
      case ENDED ->
          new Ruling(
              CandidateDecision.CODE_ENDED,
              "valid until %s, typed at %s".formatted(code.endTime().orElseThrow(), time));
      case DISABLED ->
          new Ruling(
              CandidateDecision.CODE_DISABLED,
              "switched off at %s, typed at %s"
                  .formatted(code.disabledSince().orElseThrow(), time));
    };
  }

  private static Candidate candidate(Evidence evidence, TypedCode code, Ruling ruling) {
    Instant time = evidence.conversionTime();
    return new Candidate(
        Candidate.Kind.CODE,
        code.code(),
        code.found().map(PromoCode::codeId).orElse(""),
        "",
        "",
        code.found().flatMap(found -> found.ownerAt(time)),
        time,
        Duration.ZERO,
        ruling.decision(),
        ruling.message());
  }
}
