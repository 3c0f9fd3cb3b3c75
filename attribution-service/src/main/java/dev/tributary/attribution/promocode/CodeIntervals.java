package dev.tributary.attribution.promocode;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The codes that have one key in a shop: the same code, given to its creator again and again. No
 * two of them are valid at one time, so that every use belongs to one of them.
 *
 * @param codes in the order of their starts
 */
public record CodeIntervals(List<PromoCode> codes) {
  private static final Comparator<PromoCode> BY_START =
      Comparator.comparing((PromoCode code) -> code.startTime().orElse(Instant.EPOCH))
          .thenComparing(PromoCode::createTime)
          .thenComparing(PromoCode::codeId);

  /** The key that nobody ever had. */
  public static final CodeIntervals NONE = new CodeIntervals(List.of());

  /** Keeps its own copy, in order. */
  public CodeIntervals {
    codes = codes.stream().sorted(BY_START).toList();
  }

  /**
   * The code that a use at the time belongs to: the valid one; else the one whose validity is
   * nearest, of two equally near ones the earlier, and its refusal is the use's. Empty only when
   * there is none at all.
   */
  public Optional<PromoCode> at(Instant time) {
    return codes.stream()
        .filter(code -> code.refusalAt(time).isEmpty())
        .findFirst()
        .or(() -> codes.stream().min(Comparator.comparing(code -> distance(code, time))));
  }

  /** One that was never valid is the last to be asked. */
  private static Duration distance(PromoCode code, Instant time) {
    return code.validity().isEmpty()
        ? Duration.ofSeconds(Long.MAX_VALUE)
        : code.validity().distanceTo(time);
  }
}
