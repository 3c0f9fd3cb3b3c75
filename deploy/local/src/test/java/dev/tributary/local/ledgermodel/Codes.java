package dev.tributary.local.ledgermodel;

import dev.tributary.attribution.v1.CandidateDecision;
import dev.tributary.attribution.v1.CodeCreditPolicy;
import dev.tributary.attribution.v1.CodeUse;
import dev.tributary.attribution.v1.Conversion;
import dev.tributary.attribution.v1.Owner;
import dev.tributary.attribution.v1.PromoCode;
import dev.tributary.type.v1.ErrorReason;
import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Promo codes as they stood when an order was recorded. */
final class Codes {
  private Codes() {}

  /** The codes typed with an order, judged at its time by what was known when it was recorded. */
  static List<Typed> of(Conversion order, List<Fact> before) {
    List<Typed> all = new ArrayList<>();
    Instant time = Moments.of(order.getConversionTime());
    for (CodeUse use : order.getCodesList()) {
      Optional<Fact.Coded> code = latest(order.getStorefrontId(), use.getCode(), before);
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

  /** The code that has these letters, as it stands last. */
  static Optional<Fact.Coded> latest(String storefrontId, String text, List<Fact> facts) {
    return facts.stream()
        .filter(Fact.Coded.class::isInstance)
        .map(Fact.Coded.class::cast)
        .filter(code -> code.code().getStorefrontId().equals(storefrontId))
        .filter(code -> key(code.code().getCode()).equals(key(text)))
        .reduce((earlier, later) -> later);
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
