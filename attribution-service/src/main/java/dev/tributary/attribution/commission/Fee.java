package dev.tributary.attribution.commission;

import dev.tributary.runtime.money.Money;
import java.time.Instant;
import java.util.Optional;

/**
 * A fixed fee.
 *
 * @param feeId which one; the same in all versions of the terms that have it
 * @param amount how much
 * @param dueTime when it falls due, once; empty for a fee of every month, which falls due with the
 *     last moment of each
 */
public record Fee(String feeId, Money amount, Optional<Instant> dueTime) {}
