package dev.tributary.attribution.credit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Who gets the credit, and why.
 *
 * @param shares parts of the whole, at least one; UNATTRIBUTED alone when nobody is credited
 * @param unattributedReason why nobody is credited; empty when somebody is
 * @param candidates everything that was looked at: codes in the order entered, then touches, newest
 *     first
 * @param touchesCut whether there were more touches than were looked at
 * @param summary the decision in one sentence
 */
public record Decision(
    List<Share> shares,
    Optional<UnattributedReason> unattributedReason,
    List<Candidate> candidates,
    boolean touchesCut,
    String summary) {
  /** Keeps its own copies. */
  public Decision {
    shares = List.copyOf(shares);
    candidates = List.copyOf(candidates);
  }

  /**
   * Decides. The same evidence and policy always give the same decision, whatever order the touches
   * came in.
   *
   * <p>CODE_WINS: valid codes that somebody owns take all; a code that earns nothing erases no
   * link's credit. Otherwise the policy's model divides the credit among the touches that nothing
   * speaks against.
   */
  public static Decision of(Evidence evidence, Policy policy) {
    return of(CodeRanking.of(evidence), evidence, policy);
  }

  /**
   * Decides again about a conversion that no code won, after touches came that were not seen
   * before. About its codes it stays as it was decided then: what happens to a code later changes
   * no earlier order.
   *
   * @param decidedCodes the codes with their earlier decisions, none of them chosen
   * @param touches what there is now; its codes are not looked at
   */
  public static Decision again(List<Candidate> decidedCodes, Evidence touches, Policy policy) {
    return of(new CodeRanking(decidedCodes, List.of()), touches, policy);
  }

  private static Decision of(CodeRanking codes, Evidence evidence, Policy policy) {
    TouchRanking touches = TouchRanking.of(evidence, policy, codes.hasWinner());
    List<Candidate> candidates = new ArrayList<>(codes.candidates());
    candidates.addAll(touches.candidates());
    List<Share> shares = codes.hasWinner() ? codes.shares() : touches.shares();
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
}
