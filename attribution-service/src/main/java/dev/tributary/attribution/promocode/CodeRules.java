package dev.tributary.attribution.promocode;

import dev.tributary.attribution.owner.Owner;
import dev.tributary.runtime.api.Rejected;
import dev.tributary.type.v1.ErrorReason;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Whether a shop can have a code beside those that look like it. Knows only what it is given. */
final class CodeRules {
  private CodeRules() {}

  /**
   * A new code as it is created beside those that look like it. A key that was used before and
   * tells no start is valid from now on, never in the time of the earlier code.
   *
   * @param alike codes of the shop with the same skeleton
   */
  static PromoCode created(NewPromoCode wanted, List<PromoCode> alike, Instant now) {
    PromoCode code = wanted.withKey(keyOf(wanted, alike)).created(now);
    boolean wasUsed =
        sameKey(code, alike).stream()
            .map(PromoCode::validity)
            .anyMatch(validity -> !validity.isEmpty() && !validity.lasts(now));
    boolean goesOn = code.endTime().isEmpty() || code.endTime().get().isAfter(now);
    return wasUsed && goesOn && code.startTime().isEmpty() ? code.startingAt(now) : code;
  }

  /** Why a new code cannot be created; empty when it can. */
  static Optional<Rejected> refusal(PromoCode code, List<PromoCode> alike, Instant now) {
    return owned(code, alike).or(() -> overlap(code, alike)).or(() -> confusable(code, alike, now));
  }

  /**
   * Why a code's validity cannot be changed; empty when it can.
   *
   * @param alike other codes of the shop with the same skeleton
   */
  static Optional<Rejected> refusal(
      PromoCode before, PromoCode after, List<PromoCode> alike, Instant now) {
    boolean comesBack = !before.validity().lasts(now) && after.validity().lasts(now);
    return overlap(after, alike)
        .or(() -> comesBack ? confusable(after, alike, now) : Optional.empty());
  }

  /** Whether somebody may have a key that this code has, for another time. */
  static boolean isOf(Optional<String> creatorId, PromoCode code) {
    return code.owner().map(Owner::creatorId).equals(creatorId);
  }

  /** Codes with the key of this one, the newest last. */
  static List<PromoCode> sameKey(PromoCode code, List<PromoCode> alike) {
    return alike.stream()
        .filter(other -> other.codeKey().equals(code.codeKey()))
        .sorted(Comparator.comparing(PromoCode::createTime))
        .toList();
  }

  /** A code of earlier days that is spelled like this one and kept its separators, or the key. */
  private static String keyOf(NewPromoCode wanted, List<PromoCode> alike) {
    String spelled = CodeKey.spelled(wanted.code());
    return alike.stream().anyMatch(other -> other.codeKey().equals(spelled))
        ? spelled
        : wanted.codeKey();
  }

  private static Optional<Rejected> owned(PromoCode code, List<PromoCode> alike) {
    List<PromoCode> same = sameKey(code, alike);
    if (same.isEmpty()) {
      return Optional.empty();
    }
    PromoCode newest = same.get(same.size() - 1);
    return isOf(code.owner().map(Owner::creatorId), newest)
        ? Optional.empty()
        : Optional.of(
            new Rejected(
                ErrorReason.ERROR_REASON_CODE_KEY_TAKEN,
                "code",
                "%s of another owner has, or once had, the same letters (expected: a new code, or"
                        .formatted(named(newest))
                    + " the same creator)"));
  }

  private static Optional<Rejected> overlap(PromoCode code, List<PromoCode> alike) {
    return sameKey(code, alike).stream()
        .filter(other -> other.validity().overlaps(code.validity()))
        .findFirst()
        .map(
            other ->
                new Rejected(
                    ErrorReason.ERROR_REASON_CODE_OVERLAPS,
                    "start_time",
                    "%s with the same letters is valid %s, this one would be %s (expected: no time"
                            .formatted(
                                named(other), other.validity().inWords(), code.validity().inWords())
                        + " at which both are)"));
  }

  private static Optional<Rejected> confusable(PromoCode code, List<PromoCode> alike, Instant now) {
    return alike.stream()
        .filter(other -> !other.codeKey().equals(code.codeKey()))
        .filter(other -> other.validity().lasts(now))
        .findFirst()
        .map(
            other ->
                new Rejected(
                    ErrorReason.ERROR_REASON_CODE_CONFUSABLE,
                    "code",
                    "looks like %s, which is valid %s (expected: a code that nobody takes for it)"
                        .formatted(named(other), other.validity().inWords())));
  }

  private static String named(PromoCode code) {
    return "%s (code_id %s)".formatted(code.code(), code.codeId());
  }
}
