package dev.tributary.attribution.credit;

import dev.tributary.attribution.touch.Touch;
import dev.tributary.attribution.touch.TouchValidity;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * What speaks against a touch, looked at alone. The first rule that applies is the one that is
 * told.
 */
final class TouchRules {
  private TouchRules() {}

  /** Why a touch cannot be credited; empty when it can. */
  static Optional<Ruling> refusal(Evidence evidence, Policy policy, SeenTouch seen) {
    Duration before = Duration.between(seen.touch().eventTime(), evidence.conversionTime());
    return outside(before, policy.window(seen.touch().type()))
        .or(() -> notCounted(evidence, seen.touch()))
        .or(() -> unresolved(seen))
        .or(() -> notACreator(policy, seen));
  }

  private static Optional<Ruling> outside(Duration before, Duration lookback) {
    if (before.isNegative()) {
      return rule(
          CandidateDecision.AFTER_CONVERSION,
          Words.span(before.negated()) + " after the conversion");
    }
    return before.compareTo(lookback) > 0
        ? rule(
            CandidateDecision.OUTSIDE_WINDOW,
            "%s before the conversion, the window is %s"
                .formatted(Words.span(before), Words.span(lookback)))
        : Optional.empty();
  }

  private static Optional<Ruling> notCounted(Evidence evidence, Touch touch) {
    if (touch.test() && !evidence.test()) {
      return rule(CandidateDecision.TEST, "a test, and the conversion is none");
    }
    return touch.validity() == TouchValidity.PERSON
        ? Optional.empty()
        : rule(
            CandidateDecision.NOT_A_PERSON,
            "marked as " + touch.validity().name().toLowerCase(Locale.ROOT));
  }

  private static Optional<Ruling> unresolved(SeenTouch seen) {
    return switch (seen.match().status()) {
      case UNKNOWN ->
          rule(CandidateDecision.LINK_UNRESOLVED, "link " + seen.linkId() + " is not known");
      case AMBIGUOUS ->
          rule(CandidateDecision.LINK_UNRESOLVED, "its UTM parameters fit links of several owners");
      case FOUND, UNMATCHED, NONE -> Optional.empty();
    };
  }

  private static Optional<Ruling> notACreator(Policy policy, SeenTouch seen) {
    if (policy.touchScope() == TouchScope.ALL_CHANNELS || seen.match().owner().isPresent()) {
      return Optional.empty();
    }
    String why =
        switch (seen.match().status()) {
          case FOUND -> "link " + seen.linkId() + " belongs to no creator";
          case UNMATCHED -> "its UTM parameters fit no link";
          case UNKNOWN, AMBIGUOUS, NONE -> "it names neither a link nor UTM parameters";
        };
    return rule(CandidateDecision.NOT_A_CREATOR, why);
  }

  private static Optional<Ruling> rule(CandidateDecision decision, String message) {
    return Optional.of(new Ruling(decision, message));
  }
}
