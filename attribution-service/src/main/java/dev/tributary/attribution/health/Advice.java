package dev.tributary.attribution.health;

import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What to do about a code.
 *
 * @param action what
 * @param reason why, in a sentence
 */
record Advice(Action action, String reason) {
  /** From this share of uses without a touch on, its creator's people do not come by links. */
  private static final int MOSTLY_BASIS_POINTS = 5_000;

  static Advice of(CodeHealth health) {
    return switch (health.status()) {
      case NOT_ENOUGH_DATA ->
          new Advice(Action.NONE, "There are too few uses, or nothing to compare them with.");
      case OK -> new Advice(Action.NONE, "The code is used as ever.");
      case WATCH ->
          new Advice(Action.WATCH, "Something changed: " + spoken(health) + ". Look again.");
      case SUSPECT -> ofSuspect(health);
    };
  }

  private static Advice ofSuspect(CodeHealth health) {
    String spoken = "Several signals rose together: " + spoken(health) + ". ";
    if (!health.signal(SignalKind.COUPON_REFERRER).speaks()) {
      return new Advice(
          Action.PERSONAL_CODES,
          spoken + "It is passed on from person to person: codes that work once cannot be.");
    }
    Signal noTouch = health.signal(SignalKind.NO_TOUCH);
    boolean comeByLinks =
        noTouch.ownBaseline().filter(own -> own.basisPoints() < MOSTLY_BASIS_POINTS).isPresent();
    return comeByLinks
        ? new Advice(
            Action.CODE_IF_INVOLVED,
            spoken
                + "Most who used it before had a touch of its creator, so credit only beside one"
                + " keeps theirs and drops the rest.")
        : new Advice(
            Action.ROTATE,
            spoken
                + "Those who use it rightly have no touch, so only a new code tells them from the"
                + " rest.");
  }

  private static String spoken(CodeHealth health) {
    return health.signals().stream()
        .filter(Signal::speaks)
        .map(
            signal ->
                "%s (%d of %d points)"
                    .formatted(
                        signal.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                        signal.contribution().orElse(0),
                        signal.kind().weight()))
        .collect(Collectors.joining(", "));
  }
}
