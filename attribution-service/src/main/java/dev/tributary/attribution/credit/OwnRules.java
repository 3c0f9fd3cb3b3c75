package dev.tributary.attribution.credit;

import dev.tributary.attribution.touch.TouchType;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;

/**
 * The parts of a policy that only some decisions have.
 *
 * @param windows how far back touches of some types may lie, both ends inside
 * @param stickyMonths of a renewal that has the credit of its first payment, for how many months
 */
public record OwnRules(Map<TouchType, Duration> windows, OptionalInt stickyMonths) {
  /** What most decisions have. */
  static final OwnRules NONE = new OwnRules(Map.of(), OptionalInt.empty());

  /** Keeps its own copy. */
  public OwnRules {
    windows = Map.copyOf(windows);
  }

  /** Those of a policy. */
  public static OwnRules of(Policy policy) {
    return new OwnRules(policy.windows(), policy.stickyMonths());
  }
}
