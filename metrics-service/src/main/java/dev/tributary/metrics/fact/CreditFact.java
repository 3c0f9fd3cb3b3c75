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
 * @param purchase whether the conversion is an order; leads and sign-ups are not
 * @param conversionMillionths share of the conversion; 0 when it was cancelled or voided
 * @param net share of the base amount after refunds; absent for a goal without an amount
 */
public record CreditFact(
    String collaborationId,
    Instant conversionTime,
    CreditSource source,
    boolean purchase,
    long conversionMillionths,
    Optional<Money> net) {}
