package dev.tributary.attribution.analysis;

import java.util.List;
import java.util.Optional;

/**
 * Credits and orders of one moment, added up.
 *
 * @param credits groups by currency, largest net amount first
 * @param orders by currency; absent when orders have no part in the question
 */
record Summary(List<CreditSummary> credits, Optional<List<OrderTotals>> orders) {}
