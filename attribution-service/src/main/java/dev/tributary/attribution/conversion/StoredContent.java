package dev.tributary.attribution.conversion;

import dev.tributary.attribution.credit.Components;
import java.util.List;
import java.util.Optional;

/**
 * The part of a conversion that no query looks into, stored as one message.
 *
 * @param defaulted what the caller left to the storefront
 * @param components what the order was made of when it was recorded
 * @param codes codes in the order entered
 * @param clickId touch that the checkout carried, if told
 * @param selfReported what the customer said, if asked
 * @param checkout what was told about the checkout, without e-mail addresses
 */
public record StoredContent(
    Conversion.Defaulted defaulted,
    Components components,
    List<CodeUse> codes,
    Optional<String> clickId,
    Optional<SelfReported> selfReported,
    Checkout checkout) {}
