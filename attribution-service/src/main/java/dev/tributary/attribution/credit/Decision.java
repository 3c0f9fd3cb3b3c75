package dev.tributary.attribution.credit;

import dev.tributary.attribution.promocode.CodeCreditPolicy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;

/**
 * Who gets the credit, and why.
 *
 * @param shares parts of the whole, at least one; UNATTRIBUTED alone when nobody is credited
 * @param unattributedReason why nobody is credited; empty when somebody is
 * @param candidates everything that was looked at: codes in the order entered, then touches, newest
 *     first
 * @param touchesCut whether there were more touches than were looked at
 * @param summary the decision in one sentence
 * @param firstPayment of a renewal that has its credit; empty for everything else
 */
public record Decision(
    List<Share> shares,
    Optional<UnattributedReason> unattributedReason,
    List<Candidate> candidates,
    boolean touchesCut,
    String summary,
    Optional<FirstPayment> firstPayment) {
  /** Keeps its own copies. */
  public Decision {
    shares = List.copyOf(shares);
    candidates = List.copyOf(candidates);
  }

  /** A decision that follows no other. */
  public Decision(
      List<Share> shares,
      Optional<UnattributedReason> unattributedReason,
      List<Candidate> candidates,
      boolean touchesCut,
      String summary) {
    this(shares, unattributedReason, candidates, touchesCut, summary, Optional.empty());
  }

  /**
   * Decides. The same evidence and policy always give the same decision, whatever order the touches
   * came in.
   *
   * <p>Each valid code that somebody owns ranks by its own policy: with CODE_WINS it takes all. A
   * code that earns nothing erases no link's credit. What the codes leave the policy's model
   * divides among the touches that nothing speaks against. Whoever is on both sides has one credit.
   */
  public static Decision of(Evidence evidence, Policy policy) {
    return of(JudgedCode.of(evidence.conversionTime(), evidence.codes()), evidence, policy);
  }

  /**
   * Decides again about a conversion after touches came that were not seen before. Its codes are
   * what they were when it was decided: what happens to a code later changes no earlier order.
   *
   * @param decidedCodes the codes with their earlier decisions, in the order entered
   * @param discounts the discount of each, if told
   * @param touches what there is now; its codes are not looked at
   */
  public static Decision again(
      List<Candidate> decidedCodes, List<OptionalLong> discounts, Evidence touches, Policy policy) {
    List<JudgedCode> codes = new ArrayList<>();
    for (int i = 0; i < decidedCodes.size(); i++) {
      codes.add(JudgedCode.again(decidedCodes.get(i), discounts.get(i)));
    }
    return of(codes, touches, policy);
  }

  /** Whether touches that come later can change what these codes earn, by their own policies. */
  public static boolean dependsOnTouches(List<Candidate> decidedCodes) {
    return decidedCodes.stream()
        .map(code -> JudgedCode.again(code, OptionalLong.empty()))
        .filter(JudgedCode::stands)
        .anyMatch(code -> code.rule().policy() != CodeCreditPolicy.CODE_WINS);
  }

  private static Decision of(List<JudgedCode> judged, Evidence evidence, Policy policy) {
    TouchPath path = TouchPath.of(evidence, policy);
    CodeRanking codes = CodeRanking.of(judged, path, evidence);
    TouchRanking touches = TouchRanking.of(evidence, policy, path, codes);
    List<Candidate> candidates = new ArrayList<>(codes.candidates());
    candidates.addAll(touches.candidates());
    List<Share> shares = shares(codes, path);
    Optional<UnattributedReason> reason =
        shares.stream().allMatch(share -> share.key().equals(CreditKey.UNATTRIBUTED))
            ? Optional.of(codes.candidates().isEmpty() ? touches.reason() : codes.reason())
            : Optional.empty();
    return new Decision(
        shares.isEmpty() ? List.of(new Share(CreditKey.UNATTRIBUTED, 1)) : shares,
        reason,
        candidates,
        evidence.touchesCut(),
        Summary.of(codes, touches, policy, reason));
  }

  /** The codes' shares, and what they leave by the model's weights. */
  private static List<Share> shares(CodeRanking codes, TouchPath path) {
    if (codes.takesAll()) {
      return codes.shares();
    }
    if (!codes.hasWinner()) {
      return path.shares();
    }
    Map<CreditKey, Long> weights = new LinkedHashMap<>();
    codes.shares().forEach(share -> weights.put(share.key(), share.weight() * path.weight()));
    for (Share touch : path.shares()) {
      CreditKey key =
          codes.shares().stream()
              .map(Share::key)
              .filter(isOf(touch))
              .findFirst()
              .orElse(touch.key());
      weights.merge(key, codes.left() * touch.weight(), Math::addExact);
    }
    return weights.entrySet().stream()
        .map(share -> new Share(share.getKey(), share.getValue()))
        .toList();
  }

  /** Whether a code's credit is the same creator's collaboration as a touch's. */
  private static Predicate<CreditKey> isOf(Share touch) {
    return code -> code.owner().equals(touch.key().owner());
  }
}
