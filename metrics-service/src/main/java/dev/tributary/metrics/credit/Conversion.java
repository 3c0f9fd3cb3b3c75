package dev.tributary.metrics.credit;

import java.time.Instant;
import java.util.List;

/**
 * A conversion as it stands after a decision.
 *
 * @param revision rises with each decision; a higher one replaces all of a lower one
 * @param conversionTime when it happened
 * @param currency ISO 4217 code; empty for a goal without an amount
 * @param reversed whether it was cancelled or never paid, so that it counts as no conversion
 * @param test whether it is a test, which is in no sum
 * @param newCustomer number of {@code tributary.attribution.v1.NewCustomer}
 * @param credits who is credited; one without owner when nobody is
 */
public record Conversion(
    ConversionKey key,
    int revision,
    Instant conversionTime,
    String currency,
    boolean reversed,
    boolean test,
    int newCustomer,
    List<Credit> credits) {

  /** Copies the credits. */
  public Conversion {
    credits = List.copyOf(credits);
  }
}
