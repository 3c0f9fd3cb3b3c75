package dev.tributary.attribution.conversion;

import java.util.OptionalLong;

/**
 * A code typed at checkout.
 *
 * @param code as typed
 * @param discountMinor discount it gave, in minor units, if told
 */
public record CodeUse(String code, OptionalLong discountMinor) {}
