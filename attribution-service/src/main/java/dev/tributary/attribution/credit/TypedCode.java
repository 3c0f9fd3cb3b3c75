package dev.tributary.attribution.credit;

import dev.tributary.attribution.promocode.PromoCode;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A code typed at checkout, looked up.
 *
 * @param code as typed
 * @param discountMinor the discount it gave, in minor units, if told
 * @param found the code of the storefront with the same key for the time of the conversion, if
 *     there is one
 */
public record TypedCode(String code, OptionalLong discountMinor, Optional<PromoCode> found) {}
