package dev.tributary.attribution.conversion;

import dev.tributary.attribution.credit.Component;
import dev.tributary.attribution.credit.Components;
import dev.tributary.attribution.credit.TaxMode;
import dev.tributary.attribution.storefront.StorefrontProtos;
import dev.tributary.runtime.api.Fields;
import dev.tributary.runtime.api.Rejected;
import dev.tributary.runtime.identity.PersonHasher;
import dev.tributary.runtime.identity.PersonKind;
import dev.tributary.type.v1.ErrorReason;
import java.time.Instant;
import java.util.Optional;

/** Conversions to record, from the contract. */
final class ConversionProtos {
  private final String workspace;
  private final PersonHasher hasher;
  private final Instant now;

  /**
   * Parses conversions of one call.
   *
   * @param hasher hides persons before anything else sees them
   * @param now what event times are compared with
   */
  ConversionProtos(String workspace, PersonHasher hasher, Instant now) {
    this.workspace = workspace;
    this.hasher = hasher;
    this.now = now;
  }

  /** A conversion as it was sent. */
  SentConversion parse(dev.tributary.attribution.v1.Conversion proto) throws Rejected {
    ConversionKey key =
        ConversionTypeProtos.key(
            proto.getStorefrontId(), proto.getType(), proto.getCustomType(), proto.getOrderId());
    Instant time =
        Fields.eventTime(
            "conversion_time", proto.hasConversionTime(), proto.getConversionTime(), now);
    Optional<TaxMode> taxMode = StorefrontProtos.taxMode("tax_mode", proto.getTaxMode());
    Components components = components(key.type(), proto);
    boolean hasAmount = !components.minor().isEmpty();
    boolean currencyLeft = hasAmount && proto.getCurrencyCode().isEmpty();
    Conversion conversion =
        new Conversion(
            key,
            time,
            currencyLeft
                ? ""
                : ConversionTypeProtos.currency(key.type(), proto.getCurrencyCode(), hasAmount),
            taxMode.orElse(TaxMode.EXCLUDED),
            new Conversion.Defaulted(proto.getCurrencyCode().isEmpty(), taxMode.isEmpty()),
            components,
            CodeUseProtos.parse(proto.getCodesList()),
            Fields.optionalForeignId("visitor_id", proto.getVisitorId())
                .map(id -> hasher.hash(workspace, PersonKind.VISITOR, id)),
            Fields.optionalForeignId("customer_id", proto.getCustomerId())
                .map(id -> hasher.hash(workspace, PersonKind.CUSTOMER, id)),
            Fields.optionalId("click_id", proto.getClickId()),
            PaymentProtos.parse(proto, time, now),
            proto.getTest(),
            proto.hasSelfReported()
                ? Optional.of(SelfReportedProtos.parse(proto.getSelfReported()))
                : Optional.empty(),
            SubscriptionProtos.parse(key.type().goal(), proto),
            NewCustomerProtos.parse(proto.getNewCustomer()),
            CheckoutProtos.parse(proto, workspace, hasher, time));
    return SentConversion.of(workspace, conversion);
  }

  private static Components components(
      ConversionType type, dev.tributary.attribution.v1.Conversion proto) throws Rejected {
    if (!type.mayHaveAmount()) {
      ConversionTypeProtos.requireNone("components", type, proto.hasComponents());
    }
    if (!type.hasAmount() && !proto.hasComponents()) {
      return Components.NONE;
    }
    Components components = ComponentsProtos.parse(proto.getComponents());
    if (components.told(Component.ITEMS).isEmpty()) {
      throw new Rejected(
          ErrorReason.ERROR_REASON_FIELD_MISSING,
          proto.hasComponents() ? "components.items_minor" : "components",
          "absent (expected: what the order is made of, items at least)");
    }
    return components;
  }
}
