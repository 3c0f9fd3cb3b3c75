package dev.tributary.attribution.commission;

import dev.tributary.attribution.owner.Owner;
import dev.tributary.attribution.request.TimeRange;
import java.time.Instant;
import java.util.Optional;

/**
 * A statement. Nothing of it ever changes but that it is paid, once.
 *
 * @param number number within the workspace, from 1
 * @param lockId the lock that made it
 * @param period the locked period
 * @param createTime when it was made
 * @param owner whose it is
 * @param currency currency of all amounts
 * @param totals what its lines add up to
 * @param lineCount how many lines it has
 * @param payment how it was paid; empty until it is
 */
public record Statement(
    long number,
    String lockId,
    TimeRange period,
    Instant createTime,
    Owner owner,
    String currency,
    Totals totals,
    int lineCount,
    Optional<Payout> payment) {}
