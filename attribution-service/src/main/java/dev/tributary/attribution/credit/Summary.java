package dev.tributary.attribution.credit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A decision in one sentence, for people. */
final class Summary {
  private Summary() {}

  static String of(
      CodeRanking codes, TouchRanking touches, Policy policy, Optional<UnattributedReason> reason) {
    Optional<Candidate> bound =
        codes.candidates().stream()
            .filter(code -> code.kind() == Candidate.Kind.BOUND_CODE)
            .filter(code -> code.decision() == CandidateDecision.CHOSEN)
            .findFirst();
    if (bound.isPresent()) {
      return byBinding(bound.get(), touches);
    }
    if (codes.takesAll()) {
      return byCode(codes, touches);
    }
    if (codes.hasWinner()) {
      return sentence(
          "%s leave%s a part to the touches: %s"
              .formatted(
                  named(winners(codes)),
                  winners(codes).size() == 1 ? "s" : "",
                  rest(touches, policy)));
    }
    List<String> facts = new ArrayList<>();
    if (codes.candidates().isEmpty() && reason.isPresent()) {
      facts.add("no code was typed");
    }
    codes.candidates().forEach(code -> facts.add(fault(code)));
    facts.add(reason.isPresent() ? nobody(touches, policy) : byTouch(touches, policy));
    String who = reason.isPresent() ? "Nobody is credited: " : "";
    return sentence(who + String.join("; ", facts));
  }

  private static String byBinding(Candidate bound, TouchRanking touches) {
    return sentence(
        "the customer is bound by code %s of %s, used on order %s %s before; it wins%s"
            .formatted(
                bound.code(),
                bound.owner().map(Words::creator).orElseThrow(),
                bound.orderId(),
                Words.span(bound.before()),
                over(touches)));
  }

  private static String over(TouchRanking touches) {
    return touches.pathLength() == 0
        ? ""
        : " over " + Words.count(touches.pathLength(), "touch", "touches");
  }

  private static String byCode(CodeRanking codes, TouchRanking touches) {
    List<String> winners = winners(codes);
    String over = over(touches);
    return sentence(
        winners.size() == 1
            ? named(winners) + " wins" + over
            : named(winners) + " win" + over + " and share by their discounts");
  }

  private static List<String> winners(CodeRanking codes) {
    return codes.candidates().stream()
        .filter(code -> code.decision() == CandidateDecision.CHOSEN)
        .map(
            code ->
                code.code() + code.owner().map(owner -> " of " + Words.creator(owner)).orElse(""))
        .toList();
  }

  private static String named(List<String> codes) {
    return (codes.size() == 1 ? "code " : "codes ") + Words.list(codes);
  }

  /** Of touches of any channel the last may be nobody's. */
  private static String rest(TouchRanking touches, Policy policy) {
    boolean isSomebodys =
        touches.candidates().stream()
            .anyMatch(touch -> touch.decision() == CandidateDecision.CHOSEN);
    return isSomebodys ? byTouch(touches, policy) : nobody(touches, policy);
  }

  private static String byTouch(TouchRanking touches, Policy policy) {
    Candidate chosen =
        touches.candidates().stream()
            .filter(touch -> touch.decision() == CandidateDecision.CHOSEN)
            .findFirst()
            .orElseThrow();
    return "the last touch of %s is on link %s of %s, %s before the conversion (window: %s)"
        .formatted(
            policy.touchScope() == TouchScope.ALL_CHANNELS ? "any channel" : "a creator",
            chosen.linkId(),
            chosen.owner().map(Words::creator).orElseThrow(),
            Words.span(chosen.before()),
            Words.span(chosen.window().orElse(policy.lookback())));
  }

  private static String nobody(TouchRanking touches, Policy policy) {
    if (touches.candidates().isEmpty()) {
      return "no touch of this person is known";
    }
    if (touches.pathLength() > 0) {
      return "the last touch belongs to another channel";
    }
    Map<CandidateDecision, Long> counts = new LinkedHashMap<>();
    touches.candidates().forEach(touch -> counts.merge(touch.decision(), 1L, Long::sum));
    List<String> refused = new ArrayList<>();
    counts.forEach(
        (decision, count) -> refused.add(count + " " + refusal(decision, touches, policy)));
    return Words.count(touches.candidates().size(), "touch", "touches")
        + ", none to be credited ("
        + String.join(", ", refused)
        + ")";
  }

  private static String refusal(CandidateDecision decision, TouchRanking touches, Policy policy) {
    return switch (decision) {
      case OUTSIDE_WINDOW -> "longer ago than " + windows(touches, policy);
      case AFTER_CONVERSION -> "after the conversion";
      case NOT_A_CREATOR -> "of no creator";
      case LINK_UNRESOLVED -> "without a known link";
      case NOT_A_PERSON -> "of no person";
      case TEST -> "a test";
      default -> throw new IllegalArgumentException("decision: " + decision + " refuses no touch");
    };
  }

  /** The windows of the touches that are outside of theirs, mostly one. */
  private static String windows(TouchRanking touches, Policy policy) {
    List<String> windows =
        touches.candidates().stream()
            .filter(touch -> touch.decision() == CandidateDecision.OUTSIDE_WINDOW)
            .map(touch -> Words.span(touch.window().orElse(policy.lookback())))
            .distinct()
            .toList();
    return String.join(" or ", windows);
  }

  private static String fault(Candidate code) {
    String fault =
        switch (code.decision()) {
          case CODE_UNKNOWN -> "does not exist";
          case CODE_NOT_STARTED -> "was not valid yet";
          case CODE_ENDED -> "had ended";
          case CODE_DISABLED -> "was switched off";
          case CODE_UNOWNED -> "belongs to nobody";
          case LINK_WINS -> "leaves the credit to links";
          case CODE_NOT_INVOLVED -> "counts only beside a touch of its creator";
          case CODE_REPEATED -> "was entered twice";
          case LINK_OF_SAME_CREATOR -> "binds the customer to the same creator";
          case CODE_NOT_LAST -> "counts only when the last touch is its creator's";
          default ->
              throw new IllegalArgumentException("decision: " + code.decision() + " is no fault");
        };
    return "code " + code.code() + " " + fault;
  }

  /** With its first letter in upper case and a full stop. */
  private static String sentence(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1) + ".";
  }
}
