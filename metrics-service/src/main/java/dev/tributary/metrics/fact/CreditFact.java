package dev.tributary.metrics.fact;

import dev.tributary.runtime.money.Money;
import java.time.Instant;
import java.util.Optional;

/**
 * One collaboration's share of one conversion at its highest revision. Tests and unattributed
 * shares are not here: the KPIs are about what creators brought.
 *
 * @param collaborationId whose credit it is
 * @param conversionTime when the conversion happened
 * @param source by what it is credited
 * @param goal what was reached
 * @param novelty whether it is the customer's first order
 * @param conversionMillionths share of the conversion; 0 when it was cancelled or voided
 * @param net share of the base amount after refunds; absent for a goal without an amount
 */
public record CreditFact(
    String collaborationId,
    Instant conversionTime,
    CreditSource source,
    ConversionGoal goal,
    CustomerNovelty novelty,
    long conversionMillionths,
    Optional<Money> net) {
  /** Whether it is an order: whatever has an amount is one. */
  public boolean isOrder() {
    return net.isPresent();
  }
}
