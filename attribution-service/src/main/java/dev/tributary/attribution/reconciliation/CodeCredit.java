package dev.tributary.attribution.reconciliation;

/**
 * What is credited to a code for an order, after refunds.
 *
 * @param codeKey key of the code; empty for what links earned and nobody did
 * @param code the code as it was created
 * @param netMinor in minor units
 */
record CodeCredit(String codeKey, String code, long netMinor) {}
