package dev.tributary.attribution.credit;

import dev.tributary.attribution.owner.Owner;
import dev.tributary.attribution.touch.Touch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The touches of a conversion, judged. Those that nothing speaks against are the path; the policy's
 * model divides the credit among them, unless a code has it.
 *
 * @param candidates every touch, newest first, with its decision
 * @param shares what the touches earn; empty when the path is empty or a code wins
 * @param pathLength touches that could have been credited
 */
record TouchRanking(List<Candidate> candidates, List<Share> shares, int pathLength) {

  static TouchRanking of(Evidence evidence, Policy policy, boolean codeWins) {
    List<SeenTouch> touches = evidence.touches();
    List<Optional<Ruling>> refusals =
        touches.stream().map(touch -> TouchRules.refusal(evidence, policy, touch)).toList();
    List<SeenTouch> path = new ArrayList<>();
    for (int i = 0; i < touches.size(); i++) {
      if (refusals.get(i).isEmpty()) {
        path.add(touches.get(i));
      }
    }
    long[] weights = path.isEmpty() || codeWins ? new long[0] : policy.model().weights(path.size());
    List<Candidate> candidates = new ArrayList<>();
    int place = 0;
    for (int i = 0; i < touches.size(); i++) {
      Optional<Ruling> refusal = refusals.get(i);
      Ruling ruling = refusal.isPresent() ? refusal.get() : ranked(path, weights, place++);
      candidates.add(candidate(evidence, touches.get(i), ruling));
    }
    return new TouchRanking(candidates, shares(path, weights), path.size());
  }

  /** Why the touches earned nothing, when no code was typed. */
  UnattributedReason reason() {
    if (candidates.isEmpty()) {
      return UnattributedReason.NO_TOUCH;
    }
    return pathLength == 0
        ? UnattributedReason.NO_ELIGIBLE_TOUCH
        : UnattributedReason.OTHER_CHANNEL;
  }

  private static Ruling ranked(List<SeenTouch> path, long[] weights, int place) {
    if (weights.length == 0) {
      return new Ruling(CandidateDecision.CODE_WINS, "could have been credited, but a code wins");
    }
    if (weights[place] == 0) {
      Touch last = path.get(0).touch();
      return new Ruling(
          CandidateDecision.NOT_LAST,
          "touch %s at %s is later".formatted(last.touchId(), last.eventTime()));
    }
    Optional<Owner> owner = path.get(place).match().owner();
    return owner.isPresent()
        ? new Ruling(
            CandidateDecision.CHOSEN,
            "the last touch, of " + Words.creator(owner.get()) + ": credited in full")
        : new Ruling(
            CandidateDecision.NOT_A_CREATOR, "the last touch of any channel, and no creator's");
  }

  private static List<Share> shares(List<SeenTouch> path, long[] weights) {
    List<Share> shares = new ArrayList<>();
    for (int i = 0; i < weights.length; i++) {
      if (weights[i] > 0) {
        shares.add(new Share(key(path.get(i)), weights[i]));
      }
    }
    return shares;
  }

  private static CreditKey key(SeenTouch touch) {
    return touch
        .match()
        .owner()
        .map(owner -> CreditKey.byLink(owner, touch.linkId(), touch.touch().touchId()))
        .orElse(CreditKey.UNATTRIBUTED);
  }

  private static Candidate candidate(Evidence evidence, SeenTouch seen, Ruling ruling) {
    return new Candidate(
        Candidate.Kind.TOUCH,
        "",
        "",
        seen.touch().touchId(),
        seen.linkId(),
        seen.match().owner(),
        seen.touch().eventTime(),
        Duration.between(seen.touch().eventTime(), evidence.conversionTime()),
        ruling.decision(),
        ruling.message());
  }
}
