package dev.tributary.attribution.conversion;

import dev.tributary.type.v1.Verdict;

/**
 * What became of one event.
 *
 * @param verdict the answer to its sender
 * @param order the order as it stands now
 * @param shard where the order lives
 */
record OrderAnswer(Verdict verdict, OrderHistory order, int shard) {}
