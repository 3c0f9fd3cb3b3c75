package dev.tributary.attribution.credit;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Signed changes of an order's parts, in minor units of its currency.
 *
 * @param minor the parts that changed, each within plus or minus {@link Components#MINOR_MAX}
 */
public record ComponentChanges(Map<Component, Long> minor) {

  /** Keeps its own copy; refuses a change out of range with {@link IllegalArgumentException}. */
  public ComponentChanges {
    var copy = new EnumMap<Component, Long>(Component.class);
    copy.putAll(minor);
    copy.forEach(
        (component, change) -> {
          if (!isPossible(change)) {
            throw new IllegalArgumentException(
                "%s: %d (expected: -%d to %d)"
                    .formatted(
                        component.fieldName(), change, Components.MINOR_MAX, Components.MINOR_MAX));
          }
        });
    minor = Collections.unmodifiableMap(copy);
  }

  /** Whether a part may change by this much. */
  public static boolean isPossible(long change) {
    return change >= -Components.MINOR_MAX && change <= Components.MINOR_MAX;
  }

  /** The first part that the changes would take out of its range, if any. */
  public Optional<Component> firstMisfit(Components before) {
    return minor.keySet().stream()
        .filter(component -> !Components.isPossible(after(before, component)))
        .findFirst();
  }

  /** A part after the change, in range or not. */
  public long after(Components before, Component component) {
    return before.orZero(component) + minor.getOrDefault(component, 0L);
  }
}
