package dev.tributary.local.ledgermodel;

import dev.tributary.attribution.v1.CandidateDecision;
import dev.tributary.attribution.v1.CodeCreditPolicy;
import dev.tributary.attribution.v1.CodeUse;
import dev.tributary.attribution.v1.Conversion;
import dev.tributary.attribution.v1.Owner;
import dev.tributary.attribution.v1.PromoCode;
import dev.tributary.type.v1.ErrorReason;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Promo codes as they stood when an order was recorded. */
final class Codes {
  private Codes() {}

  /** The codes typed with an order, judged at its time by what was known when it was recorded. */
  static List<Typed> of(Conversion order, List<Fact> before) {
    List<Typed> all = new ArrayList<>();
    Instant time = Moments.of(order.getConversionTime());
    for (CodeUse use : order.getCodesList()) {
      Optional<Fact.Coded> code = at(order.getStorefrontId(), use.getCode(), time, before);
      Optional<Owner> owner = code.flatMap(known -> ownerAt(known, time));
      all.add(
          new Typed(
              use,
              code.map(Fact.Coded::codeId).orElse(""),
              owner,
              standing(code, owner, time),
              code.map(known -> known.code().getCreditPolicy())
                  .orElse(CodeCreditPolicy.UNRECOGNIZED),
              code.map(known -> known.code().getSplitBasisPoints()).orElse(0)));
    }
    return all;
  }

  private static CandidateDecision standing(
      Optional<Fact.Coded> known, Optional<Owner> owner, Instant time) {
    if (known.isEmpty()) {
      return CandidateDecision.CANDIDATE_DECISION_CODE_UNKNOWN;
    }
    return refusal(known.get(), time)
        .map(
            reason ->
                switch (reason) {
                  case ERROR_REASON_NOT_STARTED ->
                      CandidateDecision.CANDIDATE_DECISION_CODE_NOT_STARTED;
                  case ERROR_REASON_ENDED -> CandidateDecision.CANDIDATE_DECISION_CODE_ENDED;
                  default -> CandidateDecision.CANDIDATE_DECISION_CODE_DISABLED;
                })
        .orElse(
            owner.isEmpty()
                ? CandidateDecision.CANDIDATE_DECISION_CODE_UNOWNED
                : CandidateDecision.CANDIDATE_DECISION_CHOSEN);
  }

  /** Why a code is not valid at a time, if it is not. */
  static Optional<ErrorReason> refusal(Fact.Coded known, Instant time) {
    PromoCode code = known.code();
    if (code.hasStartTime() && time.isBefore(Moments.of(code.getStartTime()))) {
      return Optional.of(ErrorReason.ERROR_REASON_NOT_STARTED);
    }
    if (code.hasEndTime() && !time.isBefore(Moments.of(code.getEndTime()))) {
      return Optional.of(ErrorReason.ERROR_REASON_ENDED);
    }
    return known
        .offSince()
        .filter(since -> !time.isBefore(since))
        .map(since -> ErrorReason.ERROR_REASON_DISABLED);
  }

  private static Optional<Owner> ownerAt(Fact.Coded code, Instant time) {
    Optional<Owner> owner = Optional.empty();
    for (Fact.Owned owned : code.owners()) {
      if (!owned.from().isAfter(time)) {
        owner = owned.owner();
      }
    }
    return owner;
  }

  /**
   * The code that has these letters at a time: the valid one, else the one that is nearest, the
   * earlier of equally near ones.
   */
  static Optional<Fact.Coded> at(String storefrontId, String text, Instant time, List<Fact> facts) {
    List<Fact.Coded> all = withLetters(storefrontId, text, facts);
    return all.stream()
        .filter(code -> refusal(code, time).isEmpty())
        .findFirst()
        .or(() -> all.stream().min(Comparator.comparing(code -> distance(code, time))));
  }

  /** All codes that have or had these letters, as they stand, by their starts. */
  static List<Fact.Coded> withLetters(String storefrontId, String text, List<Fact> facts) {
    Map<String, Fact.Coded> all = new LinkedHashMap<>();
    for (Fact fact : facts) {
      if (fact instanceof Fact.Coded code
          && code.code().getStorefrontId().equals(storefrontId)
          && key(code.code().getCode()).equals(key(text))) {
        all.put(code.codeId(), code);
      }
    }
    // Made earlier is put earlier, and sorting keeps that.
    return all.values().stream()
        .sorted(Comparator.comparing(code -> Moments.of(code.code().getStartTime())))
        .toList();
  }

  private static Duration distance(Fact.Coded code, Instant time) {
    Instant start = Moments.of(code.code().getStartTime());
    Optional<Instant> end = lastInstant(code);
    if (end.isPresent() && !start.isBefore(end.get())) {
      return Duration.ofSeconds(Long.MAX_VALUE);
    }
    return time.isBefore(start)
        ? Duration.between(time, start)
        : end.filter(last -> !time.isBefore(last))
            .map(last -> Duration.between(last, time))
            .orElse(Duration.ZERO);
  }

  /** When a code ended or was switched off, whichever is first. */
  static Optional<Instant> lastInstant(Fact.Coded code) {
    Optional<Instant> end =
        code.code().hasEndTime()
            ? Optional.of(Moments.of(code.code().getEndTime()))
            : Optional.empty();
    return code.offSince().filter(off -> end.isEmpty() || off.isBefore(end.get())).or(() -> end);
  }

  /** Enough of the comparison of codes for what the random shop types. */
  private static String key(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[\\s._-]", "");
  }

  /**
   * A code typed with an order.
   *
   * @param use as typed
   * @param codeId empty when unknown
   * @param owner whose it was at the time of the order
   * @param standing CHOSEN when it is valid and somebody's, else what it is refused for
   */
  record Typed(
      CodeUse use,
      String codeId,
      Optional<Owner> owner,
      CandidateDecision standing,
      CodeCreditPolicy policy,
      int splitBasisPoints) {
    boolean isValid() {
      return standing == CandidateDecision.CANDIDATE_DECISION_CHOSEN;
    }

    /** Whether the order uses it, whoever has the credit. */
    boolean isUsable() {
      return isValid() || standing == CandidateDecision.CANDIDATE_DECISION_CODE_UNOWNED;
    }
  }
}
