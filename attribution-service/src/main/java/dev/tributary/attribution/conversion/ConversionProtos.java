package dev.tributary.attribution.conversion;

import dev.tributary.attribution.credit.Component;
import dev.tributary.attribution.credit.Components;
import dev.tributary.attribution.credit.RevenueBase;
import dev.tributary.attribution.credit.TaxMode;
import dev.tributary.attribution.storefront.Storefront;
import dev.tributary.attribution.storefront.StorefrontProtos;
import dev.tributary.runtime.api.Fields;
import dev.tributary.runtime.api.ParsedBatch;
import dev.tributary.runtime.api.Rejected;
import dev.tributary.runtime.identity.PersonHasher;
import dev.tributary.runtime.identity.PersonKind;
import dev.tributary.runtime.money.Money;
import dev.tributary.type.v1.ErrorReason;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Conversions to record, from the contract. */
final class ConversionProtos {
  private final String workspace;
  private final PersonHasher hasher;
  private final Map<String, Storefront> storefronts;
  private final Instant now;

  /**
   * Parses conversions of one call.
   *
   * @param hasher hides persons before anything else sees them
   * @param storefronts every shop that the conversions name, by id
   * @param now what event times are compared with
   */
  ConversionProtos(
      String workspace, PersonHasher hasher, Map<String, Storefront> storefronts, Instant now) {
    this.workspace = workspace;
    this.hasher = hasher;
    this.storefronts = storefronts;
    this.now = now;
  }

  /** Every shop that conversions name; a malformed name is left to the parsing of its item. */
  static Set<String> storefrontIds(List<dev.tributary.attribution.v1.Conversion> protos) {
    return new HashSet<>(
        ParsedBatch.of(protos, proto -> StorefrontProtos.storefrontId(proto.getStorefrontId()))
            .accepted());
  }

  /** A conversion with the defaults of its shop. */
  Conversion parse(dev.tributary.attribution.v1.Conversion proto) throws Rejected {
    ConversionKey key =
        ConversionTypeProtos.key(proto.getStorefrontId(), proto.getType(), proto.getOrderId());
    Storefront storefront =
        storefronts.getOrDefault(key.storefrontId(), Storefront.unset(key.storefrontId()));
    Instant time =
        Fields.eventTime(
            "conversion_time", proto.hasConversionTime(), proto.getConversionTime(), now);
    Optional<TaxMode> taxMode = StorefrontProtos.taxMode("tax_mode", proto.getTaxMode());
    Conversion conversion =
        new Conversion(
            key,
            time,
            currency(key.type(), proto.getCurrencyCode(), storefront),
            taxMode.orElse(storefront.taxMode()),
            new Conversion.Defaulted(proto.getCurrencyCode().isEmpty(), taxMode.isEmpty()),
            components(key.type(), proto),
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
                : Optional.empty());
    requireBase(conversion);
    return conversion;
  }

  private static String currency(ConversionType type, String given, Storefront storefront)
      throws Rejected {
    boolean hasDefault = type.hasAmount() && storefront.currency().isPresent();
    return given.isEmpty() && hasDefault
        ? storefront.currency().get()
        : ConversionTypeProtos.currency(type, given);
  }

  private static Components components(
      ConversionType type, dev.tributary.attribution.v1.Conversion proto) throws Rejected {
    if (!type.hasAmount()) {
      ConversionTypeProtos.requireNone("components", type, proto.hasComponents());
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

  private static void requireBase(Conversion conversion) throws Rejected {
    long base = RevenueBase.NET_SALES.of(conversion.components(), conversion.taxMode());
    if (base < 0) {
      throw new Rejected(
          ErrorReason.ERROR_REASON_OUT_OF_RANGE,
          "components",
          "net sales of %s: items less discount, less tax if it is inside the prices (expected: 0 or more)"
              .formatted(new Money(conversion.currency(), base)));
    }
  }
}
