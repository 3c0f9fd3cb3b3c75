package dev.tributary.attribution.commission;

import dev.tributary.runtime.money.Money;
import java.time.Instant;

/**
 * A fee that has fallen due.
 *
 * @param key which, once and for all: the fee's id, for a monthly one with its month
 * @param amount how much
 * @param dueTime when
 */
public record DueFee(String key, Money amount, Instant dueTime) {}
