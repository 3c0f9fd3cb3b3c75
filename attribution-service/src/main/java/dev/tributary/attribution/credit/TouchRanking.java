package dev.tributary.attribution.credit;

import dev.tributary.attribution.owner.Owner;
import dev.tributary.attribution.touch.Touch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The touches of a conversion, judged beside its codes. The policy's model divides what the codes
 * leave among those that nothing speaks against.
 *
 * @param candidates every touch, newest first, with its decision
 * @param pathLength touches that could have been credited
 */
record TouchRanking(List<Candidate> candidates, int pathLength) {

  static TouchRanking of(Evidence evidence, Policy policy, TouchPath path, CodeRanking codes) {
    List<Candidate> candidates = new ArrayList<>();
    int place = 0;
    for (int i = 0; i < evidence.touches().size(); i++) {
      Optional<Ruling> refusal = path.refusals().get(i);
      Ruling ruling = refusal.isPresent() ? refusal.get() : ranked(path, place++, codes);
      candidates.add(candidate(evidence, policy, evidence.touches().get(i), ruling));
    }
    return new TouchRanking(candidates, path.touches().size());
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

  private static Ruling ranked(TouchPath path, int place, CodeRanking codes) {
    if (codes.takesAll()) {
      return new Ruling(CandidateDecision.CODE_WINS, "could have been credited, but a code wins");
    }
    if (path.weights().get(place) == 0) {
      Touch last = path.touches().get(0).touch();
      return new Ruling(
          CandidateDecision.NOT_LAST,
          "touch %s at %s is later".formatted(last.touchId(), last.eventTime()));
    }
    Optional<Owner> owner = path.touches().get(place).match().owner();
    String part = codes.hasWinner() ? "credited with what codes leave" : "credited in full";
    return owner.isPresent()
        ? new Ruling(
            CandidateDecision.CHOSEN,
            "the last touch, of %s: %s".formatted(Words.creator(owner.get()), part))
        : new Ruling(
            CandidateDecision.NOT_A_CREATOR, "the last touch of any channel, and no creator's");
  }

  private static Candidate candidate(
      Evidence evidence, Policy policy, SeenTouch seen, Ruling ruling) {
    return new Candidate(
        Candidate.Kind.TOUCH,
        "",
        "",
        seen.touch().touchId(),
        seen.linkId(),
        "",
        seen.match().owner(),
        seen.touch().eventTime(),
        Duration.between(seen.touch().eventTime(), evidence.conversionTime()),
        Optional.empty(),
        Optional.of(new TouchPerson(seen.belonging(), seen.touch().consent())),
        ruling.decision(),
        ruling.message(),
        Optional.of(policy.window(seen.touch().type())));
  }
}
