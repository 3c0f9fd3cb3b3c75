package dev.tributary.attribution.credit;

import dev.tributary.attribution.owner.Owner;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The touches of a conversion that nothing speaks against, and what the model gives each of them.
 *
 * @param refusals what speaks against each touch of the evidence, in its order
 * @param touches the others, newest first
 * @param weights of the touches, by the model; empty without any
 */
record TouchPath(List<Optional<Ruling>> refusals, List<SeenTouch> touches, List<Long> weights) {

  static TouchPath of(Evidence evidence, Policy policy) {
    List<Optional<Ruling>> refusals =
        evidence.touches().stream()
            .map(touch -> TouchRules.refusal(evidence, policy, touch))
            .toList();
    List<SeenTouch> touches = new ArrayList<>();
    for (int i = 0; i < refusals.size(); i++) {
      if (refusals.get(i).isEmpty()) {
        touches.add(evidence.touches().get(i));
      }
    }
    List<Long> weights =
        touches.isEmpty()
            ? List.of()
            : Arrays.stream(policy.model().weights(touches.size())).boxed().toList();
    return new TouchPath(refusals, List.copyOf(touches), weights);
  }

  /** What the model gives, added up. */
  long weight() {
    return weights.stream().mapToLong(Long::longValue).sum();
  }

  /** Whether the model credits some creator's touch. */
  boolean creditsACreator() {
    return credited().findAny().isPresent();
  }

  /** Whether the model credits a touch of somebody who is not this creator. */
  boolean creditsAnother(Owner than) {
    return credited().anyMatch(owner -> !owner.creatorId().equals(than.creatorId()));
  }

  /** Whether the model credits a touch of this creator. */
  boolean credits(Owner creator) {
    return credited().anyMatch(owner -> owner.creatorId().equals(creator.creatorId()));
  }

  /** Whether some touch is this creator's. */
  boolean has(Owner creator) {
    return touches.stream().anyMatch(touch -> isOf(creator, touch));
  }

  /** Whether the newest touch is this creator's. */
  boolean endsWith(Owner creator) {
    return !touches.isEmpty() && isOf(creator, touches.get(0));
  }

  /** What the touches earn when nothing else does. */
  List<Share> shares() {
    return IntStream.range(0, touches.size())
        .filter(i -> weights.get(i) > 0)
        .mapToObj(i -> new Share(key(touches.get(i)), weights.get(i)))
        .toList();
  }

  private Stream<Owner> credited() {
    return IntStream.range(0, touches.size())
        .filter(i -> weights.get(i) > 0)
        .boxed()
        .flatMap(i -> touches.get(i).match().owner().stream());
  }

  private static boolean isOf(Owner creator, SeenTouch touch) {
    return touch
        .match()
        .owner()
        .filter(owner -> owner.creatorId().equals(creator.creatorId()))
        .isPresent();
  }

  private static CreditKey key(SeenTouch touch) {
    return touch
        .match()
        .owner()
        .map(owner -> CreditKey.byLink(owner, touch.linkId(), touch.touch().touchId()))
        .orElse(CreditKey.UNATTRIBUTED);
  }
}
