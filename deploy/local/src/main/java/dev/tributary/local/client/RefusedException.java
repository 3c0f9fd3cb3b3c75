package dev.tributary.local.client;

import dev.tributary.type.v1.ErrorReason;
import dev.tributary.type.v1.Rejection;
import dev.tributary.type.v1.Verdict;
import java.util.Locale;

/** A service refused what a command sent, for a reason that the user can do something about. */
public final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** A refusal in words, which begin with the reason's name. */
  public RefusedException(ErrorReason reason, String message) {
    super(reason.name().substring("ERROR_REASON_".length()) + ": " + message, null, false, false);
  }

  /**
   * Lets a verdict pass unless it is a refusal.
   *
   * @throws RefusedException if it is one
   */
  public static void check(Verdict verdict) {
    if (verdict.hasRejection()) {
      Rejection rejection = verdict.getRejection();
      String field = rejection.getField().isEmpty() ? "" : rejection.getField() + ": ";
      throw new RefusedException(rejection.getReason(), field + rejection.getMessage());
    }
  }

  /** A verdict for people: "recorded", "already recorded". */
  public static String word(Verdict verdict) {
    return verdict
        .getStatus()
        .name()
        .substring("VERDICT_STATUS_".length())
        .toLowerCase(Locale.ROOT)
        .replace('_', ' ');
  }
}
