package dev.tributary.attribution.promocode;

import java.util.Optional;

/**
 * Something that becomes odd about an order, or is no longer.
 *
 * @param order which one
 * @param codeId the code that it uses
 * @param overLimit the limit that it does not fit; empty when that is no longer so
 */
public record UseChange(OrderRef order, String codeId, Optional<OverLimit> overLimit) {}
