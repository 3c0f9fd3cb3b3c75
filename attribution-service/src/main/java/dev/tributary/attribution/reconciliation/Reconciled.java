package dev.tributary.attribution.reconciliation;

import java.util.List;
import java.util.Map;

/**
 * What came of comparing all orders.
 *
 * @param currencies both sides by currency
 * @param lines both sides by currency, day and code; of too many those that differ most
 * @param lineCount lines, listed or not
 * @param classes differences by currency and class
 * @param differences single ones, UNEXPLAINED first, then the largest
 * @param differenceCount single ones, listed or not
 */
record Reconciled(
    Map<String, Line> currencies,
    Map<Cell, Line> lines,
    long lineCount,
    Map<ClassKey, ClassSum> classes,
    List<Difference> differences,
    long differenceCount) {}
