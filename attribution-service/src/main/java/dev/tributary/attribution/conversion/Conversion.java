package dev.tributary.attribution.conversion;

import dev.tributary.attribution.batch.Content;
import dev.tributary.attribution.credit.Components;
import dev.tributary.attribution.credit.TaxMode;
import dev.tributary.attribution.goal.Goal;
import dev.tributary.runtime.identity.PersonKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A conversion as it was sent, defaults filled in. Persons are in it as keyed hashes only.
 *
 * @param key which one
 * @param time when it happened
 * @param currency currency of all amounts; empty for goals without amount
 * @param taxMode whether prices include tax
 * @param defaulted what of the two the caller left to the storefront
 * @param components what the order was made of
 * @param codes codes in the order entered
 * @param visitor hash of the visitor, if told
 * @param customer hash of the customer, if told
 * @param clickId touch that the checkout carried, if told; may not be known
 * @param payment how far the payment had come
 * @param test whether it is a test
 * @param selfReported what the customer said, if asked
 * @param subscription where it stands in a subscription, if in one
 * @param newCustomer whether it was the customer's first order; as told until it is recorded, empty
 *     when it was not asked
 * @param checkout what was told about the checkout beside the order
 */
public record Conversion(
    ConversionKey key,
    Instant time,
    String currency,
    TaxMode taxMode,
    Defaulted defaulted,
    Components components,
    List<CodeUse> codes,
    Optional<PersonKey> visitor,
    Optional<PersonKey> customer,
    Optional<String> clickId,
    Payment payment,
    boolean test,
    Optional<SelfReported> selfReported,
    Optional<Subscription> subscription,
    Optional<NewCustomer> newCustomer,
    Checkout checkout) {
  private static final String CUSTOMER_FIELD = "customer_id";

  /** Keeps its own copy of the codes. */
  public Conversion {
    codes = List.copyOf(codes);
  }

  /**
   * What the caller left to the storefront.
   *
   * @param currency whether the currency
   * @param taxMode whether the tax mode
   */
  public record Defaulted(boolean currency, boolean taxMode) {}

  /**
   * The conversion with what the caller left to the storefront.
   *
   * @param defaultCurrency the storefront's, if it has one
   * @param defaultTaxMode the storefront's
   */
  Conversion withDefaults(Optional<String> defaultCurrency, TaxMode defaultTaxMode) {
    boolean takesCurrency = defaulted.currency && hasAmount();
    return new Conversion(
        key,
        time,
        takesCurrency ? defaultCurrency.orElse("") : currency,
        defaulted.taxMode ? defaultTaxMode : taxMode,
        defaulted,
        components,
        codes,
        visitor,
        customer,
        clickId,
        payment,
        test,
        selfReported,
        subscription,
        newCustomer,
        checkout);
  }

  /** The conversion with what is known of its customer. */
  Conversion with(NewCustomer known) {
    return new Conversion(
        key,
        time,
        currency,
        taxMode,
        defaulted,
        components,
        codes,
        visitor,
        customer,
        clickId,
        payment,
        test,
        selfReported,
        subscription,
        Optional.of(known),
        checkout);
  }

  /** Whether it is about money, and so an order. */
  public boolean hasAmount() {
    return !components.minor().isEmpty();
  }

  /** Whether it is a later payment of a subscription. */
  boolean isRenewal() {
    return key.type().goal() == Goal.SUBSCRIPTION_RENEWAL;
  }

  /**
   * Name of the first field in which a resend contradicts what was recorded; empty when it is the
   * same. What makes it the same are components, currency, tax mode, codes, customer, time and
   * subscription; never the payment, which moves on. What both left to the storefront is the same
   * even if the storefront's default has changed since, and a customer who was erased is whoever is
   * named now.
   */
  Optional<String> firstDifference(Conversion recorded) {
    boolean compareCurrency = !(defaulted.currency && recorded.defaulted.currency);
    boolean compareTaxMode = !(defaulted.taxMode && recorded.defaulted.taxMode);
    Content sent = content(compareCurrency, compareTaxMode);
    Content known = recorded.content(compareCurrency, compareTaxMode);
    Optional<String> difference =
        recorded.customer.filter(PersonKey::isTombstone).isPresent()
            ? sent.without(CUSTOMER_FIELD).firstDifference(known.without(CUSTOMER_FIELD))
            : sent.firstDifference(known);
    return difference.or(() -> tellsAnotherCustomerThan(recorded));
  }

  /** Only what both callers told can contradict. */
  private Optional<String> tellsAnotherCustomerThan(Conversion recorded) {
    Optional<NewCustomer> told = newCustomer.filter(NewCustomer::isTold);
    Optional<NewCustomer> toldBefore = recorded.newCustomer.filter(NewCustomer::isTold);
    return told.isPresent() && toldBefore.isPresent() && !told.equals(toldBefore)
        ? Optional.of("new_customer")
        : Optional.empty();
  }

  private Content content(boolean withCurrency, boolean withTaxMode) {
    Content.Builder content = Content.builder().time("conversion_time", time);
    if (withCurrency) {
      content.text("currency_code", currency);
    }
    components
        .minor()
        .forEach(
            (component, minor) ->
                content.text("components." + component.fieldName(), Long.toString(minor)));
    if (withTaxMode) {
      content.text("tax_mode", taxMode.name());
    }
    for (int i = 0; i < codes.size(); i++) {
      content
          .text("codes[" + i + "].code", codes.get(i).code())
          .optional("codes[" + i + "].discount_minor", boxed(codes.get(i).discountMinor()));
    }
    return content
        .optional(CUSTOMER_FIELD, customer.map(PersonKey::hex))
        .optional("subscription_id", subscription.map(Subscription::id))
        .optional("sequence", subscription.map(Subscription::sequence))
        .build();
  }

  /** Whether somebody whom it names was erased; its credit is then what it is for good. */
  boolean isOfErased() {
    return visitor.filter(PersonKey::isTombstone).isPresent()
        || customer.filter(PersonKey::isTombstone).isPresent();
  }

  private static Optional<Long> boxed(OptionalLong number) {
    return number.isPresent() ? Optional.of(number.getAsLong()) : Optional.empty();
  }
}
