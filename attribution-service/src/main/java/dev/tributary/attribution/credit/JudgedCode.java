package dev.tributary.attribution.credit;

import dev.tributary.attribution.owner.Owner;
import dev.tributary.attribution.promocode.CodeCredit;
import dev.tributary.attribution.promocode.PromoCode;
import dev.tributary.attribution.promocode.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A code of a conversion, looked at alone.
 *
 * @param code as typed
 * @param codeId the code's id; empty when it is unknown
 * @param owner whose it was, if somebody's
 * @param discountMinor the discount it gave, in minor units, if told
 * @param credit how it and touches rank; empty when it is unknown
 * @param fault why it earns nothing, whatever else there is; empty when it stands
 */
record JudgedCode(
    String code,
    String codeId,
    Optional<Owner> owner,
    OptionalLong discountMinor,
    Optional<CodeCredit> credit,
    Optional<Ruling> fault) {
  /** Decisions that speak against a code itself, whatever else there is. */
  private static final Set<CandidateDecision> FAULTS =
      Set.of(
          CandidateDecision.CODE_UNKNOWN,
          CandidateDecision.CODE_NOT_STARTED,
          CandidateDecision.CODE_ENDED,
          CandidateDecision.CODE_DISABLED,
          CandidateDecision.CODE_UNOWNED,
          CandidateDecision.CODE_REPEATED);

  /** The codes of a conversion as they were at its time; one in two spellings counts once. */
  static List<JudgedCode> of(Instant time, List<TypedCode> typed) {
    Map<String, String> first = new HashMap<>();
    List<JudgedCode> judged = new ArrayList<>();
    for (TypedCode code : typed) {
      JudgedCode alone = of(time, code);
      String earlier = alone.codeId.isEmpty() ? null : first.putIfAbsent(alone.codeId, alone.code);
      judged.add(earlier == null ? alone : alone.repeating(earlier));
    }
    return judged;
  }

  /** A code as it was at the time of the conversion. */
  private static JudgedCode of(Instant time, TypedCode typed) {
    return new JudgedCode(
        typed.code(),
        typed.found().map(PromoCode::codeId).orElse(""),
        typed.found().flatMap(found -> found.ownerAt(time)),
        typed.discountMinor(),
        typed.found().map(PromoCode::credit),
        fault(time, typed));
  }

  /** A code as it was decided then: what happens to it later changes no earlier order. */
  static JudgedCode again(Candidate decided, OptionalLong discountMinor) {
    return new JudgedCode(
        decided.code(),
        decided.codeId(),
        decided.owner(),
        discountMinor,
        decided.credit(),
        FAULTS.contains(decided.decision())
            ? Optional.of(new Ruling(decided.decision(), decided.message()))
            : Optional.empty());
  }

  private JudgedCode repeating(String earlier) {
    return new JudgedCode(
        code,
        codeId,
        owner,
        discountMinor,
        credit,
        Optional.of(
            new Ruling(
                CandidateDecision.CODE_REPEATED,
                "the same code as %s, which was entered before it".formatted(earlier))));
  }

  /** Whether it is valid and somebody's. */
  boolean stands() {
    return fault.isEmpty();
  }

  /** The rule of a code that stands. */
  CodeCredit rule() {
    return credit.orElse(CodeCredit.DEFAULT);
  }

  private static Optional<Ruling> fault(Instant time, TypedCode typed) {
    if (typed.found().isEmpty()) {
      return Optional.of(
          new Ruling(CandidateDecision.CODE_UNKNOWN, "the storefront has no such code"));
    }
    PromoCode found = typed.found().get();
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
}
