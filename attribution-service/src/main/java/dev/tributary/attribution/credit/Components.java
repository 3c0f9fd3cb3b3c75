package dev.tributary.attribution.credit;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What an order or a refund is made of, in minor units of its currency. A part that is absent was
 * not told, which is not the same as zero; only sums take it as nothing.
 *
 * @param minor the parts that were told, each 0 to {@link #MINOR_MAX}
 */
public record Components(Map<Component, Long> minor) {
  /**
   * Largest amount of one part: ten trillion units of a currency with two decimals. It keeps every
   * sum of an order, and of thousands of orders, inside 64 bits.
   */
  public static final long MINOR_MAX = 1_000_000_000_000_000L;

  /** Nothing told. */
  public static final Components NONE = new Components(Map.of());

  /** Keeps its own copy; refuses an amount out of range with {@link IllegalArgumentException}. */
  public Components {
    var copy = new EnumMap<Component, Long>(Component.class);
    copy.putAll(minor);
    copy.forEach(
        (component, amount) -> {
          if (!isPossible(amount)) {
            throw new IllegalArgumentException(
                component.fieldName() + ": " + amount + " (expected: 0-" + MINOR_MAX + ")");
          }
        });
    minor = Collections.unmodifiableMap(copy);
  }

  /** Whether a part may have this amount. */
  public static boolean isPossible(long minor) {
    return minor >= 0 && minor <= MINOR_MAX;
  }

  /** A part, if it was told. */
  public OptionalLong told(Component component) {
    Long amount = minor.get(component);
    return amount == null ? OptionalLong.empty() : OptionalLong.of(amount);
  }

  /** A part as a summand: 0 when it was not told. */
  public long orZero(Component component) {
    return minor.getOrDefault(component, 0L);
  }

  /**
   * The parts after a change; what is changed is told from then on.
   *
   * @throws IllegalArgumentException if a part leaves its range; see {@link
   *     ComponentChanges#firstMisfit}
   */
  public Components changedBy(ComponentChanges changes) {
    var changed = new EnumMap<Component, Long>(Component.class);
    changed.putAll(minor);
    changes.minor().forEach((component, change) -> changed.merge(component, change, Long::sum));
    return new Components(changed);
  }
}
