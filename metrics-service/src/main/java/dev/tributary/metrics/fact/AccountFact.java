package dev.tributary.metrics.fact;

/**
 * A brand's own account, named by at least one campaign that was asked for. An account of several
 * campaigns is here once.
 *
 * @param account which
 * @param followers readings of its canonical metric {@code followers}
 */
public record AccountFact(AccountKey account, Timeline followers) {}
