package dev.tributary.attribution.conversion;

/**
 * Why a conversion is credited as it is.
 *
 * @param conversion the conversion
 * @param decision the decision that holds, as it was stored when it was made
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record Explanation(RecordedConversion conversion, byte[] decision) {}
