package dev.tributary.attribution.commission;

import dev.tributary.attribution.request.TimeRange;
import java.time.Instant;

/**
 * A locked period.
 *
 * @param lockId the caller's key
 * @param period the period
 * @param lockTime when it was locked
 * @param cut position of the ledger that it was made at, as a token
 * @param firstStatementNo number of its first statement; 0 without any
 * @param statementCount how many it has
 */
public record PeriodLock(
    String lockId,
    TimeRange period,
    Instant lockTime,
    String cut,
    long firstStatementNo,
    long statementCount) {}
