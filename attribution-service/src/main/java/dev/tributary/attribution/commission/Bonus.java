package dev.tributary.attribution.commission;

import dev.tributary.runtime.money.Money;
import java.util.Optional;

/**
 * An amount that is earned once, when enough was sold. What is earned stays, whatever is given back
 * later.
 *
 * @param bonusId which one; the same in all versions of the terms that have it
 * @param amount how much
 * @param netSales the credited amount that has to be reached; empty for a number of conversions
 * @param conversionMillionths the conversions that have to be reached; 0 for an amount
 */
public record Bonus(
    String bonusId, Money amount, Optional<Money> netSales, long conversionMillionths) {}
