package dev.tributary.attribution.commission;

import dev.tributary.attribution.conversion.ConversionType;
import dev.tributary.runtime.money.Money;

/**
 * A fixed amount for each whole conversion of a type; a share of a conversion earns that share.
 *
 * @param type the type
 * @param amount what a whole one earns
 */
public record FlatRate(ConversionType type, Money amount) {}
