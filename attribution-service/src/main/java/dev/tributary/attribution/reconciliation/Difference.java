package dev.tributary.attribution.reconciliation;

/**
 * A difference of one order in one line of the report.
 *
 * @param orderId the order
 * @param why its class
 * @param cell the line
 * @param amountMinor the ledger's amount less the shop's, in minor units
 * @param message why, in words
 */
record Difference(
    String orderId, DifferenceClass why, Cell cell, long amountMinor, String message) {}
