package dev.tributary.metrics.observation;

import dev.tributary.metrics.catalog.Account;

/** Counters of an account as seen once. */
public record AccountSnapshot(Account account, Source source, Counters counters) {}
