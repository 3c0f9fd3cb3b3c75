package dev.tributary.attribution.promocode;

import dev.tributary.runtime.money.Money;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a code's limits leave, never below zero; empty where there is no limit.
 *
 * @param uses in total
 * @param customerUses of the order's customer
 * @param budget discount that can still be given
 */
record CodeRemainder(OptionalLong uses, OptionalLong customerUses, Optional<Money> budget) {}
