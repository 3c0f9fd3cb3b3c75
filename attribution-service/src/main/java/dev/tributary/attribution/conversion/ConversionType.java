package dev.tributary.attribution.conversion;

import dev.tributary.attribution.goal.Goal;
import dev.tributary.attribution.goal.Goal.AmountRule;
import java.util.List;

/**
 * Type of a conversion: a goal, and of a custom one its name. Part of the conversion's key.
 *
 * @param goal what was reached
 * @param customName name of a custom goal, 1-64 characters of {@code [A-Za-z0-9._:-]}; else empty
 */
public record ConversionType(Goal goal, String customName) implements Comparable<ConversionType> {
  /** An order. */
  public static final ConversionType PURCHASE = of(Goal.PURCHASE);

  /** A lead. */
  public static final ConversionType LEAD = of(Goal.LEAD);

  /** A sign-up for an account. */
  public static final ConversionType SIGN_UP = of(Goal.SIGN_UP);

  /** The first payment of a subscription. */
  public static final ConversionType SUBSCRIPTION_START = of(Goal.SUBSCRIPTION_START);

  /** A later payment of a subscription. */
  public static final ConversionType SUBSCRIPTION_RENEWAL = of(Goal.SUBSCRIPTION_RENEWAL);

  /**
   * Types whose conversions use codes. Those of one shop and order id are one checkout: together
   * they use a code once. A renewal is no checkout, and nobody types a code for it.
   */
  public static final List<ConversionType> USING_CODES = List.of(PURCHASE, SUBSCRIPTION_START);

  private static final String CUSTOM_PREFIX = Goal.CUSTOM.name() + ":";

  /** Refuses a custom goal without name, and a name of another, with an exception. */
  public ConversionType {
    if ((goal == Goal.CUSTOM) == customName.isEmpty()) {
      throw new IllegalArgumentException("custom name \"" + customName + "\" of " + goal);
    }
  }

  /** A type that is no custom one. */
  public static ConversionType of(Goal goal) {
    return new ConversionType(goal, "");
  }

  /** A custom goal. */
  public static ConversionType custom(String name) {
    return new ConversionType(Goal.CUSTOM, name);
  }

  /**
   * The type of a stored word.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static ConversionType valueOf(String stored) {
    return stored.startsWith(CUSTOM_PREFIX)
        ? custom(stored.substring(CUSTOM_PREFIX.length()))
        : of(Goal.valueOf(stored));
  }

  /** The word that is stored, in keys too, and that never changes. */
  public String name() {
    return goal == Goal.CUSTOM ? CUSTOM_PREFIX + customName : goal.name();
  }

  /** Whether it is always about money. */
  public boolean hasAmount() {
    return goal.amount() == AmountRule.REQUIRED;
  }

  /** Whether it may be about money. */
  public boolean mayHaveAmount() {
    return goal.amount() != AmountRule.NONE;
  }

  /** By the goals of the table, then by name. */
  @Override
  public int compareTo(ConversionType other) {
    int byGoal = goal.compareTo(other.goal);
    return byGoal != 0 ? byGoal : customName.compareTo(other.customName);
  }

  @Override
  public String toString() {
    return name();
  }
}
