package dev.tributary.attribution.storefront;

import dev.tributary.attribution.credit.TaxMode;
import dev.tributary.attribution.credit.TouchScope;
import dev.tributary.runtime.api.Fields;
import dev.tributary.runtime.api.Rejected;
import dev.tributary.type.v1.ErrorReason;
import java.util.Optional;

/** Storefronts in the contract and in our records. */
public final class StorefrontProtos {
  private StorefrontProtos() {}

  /** A storefront to put. Output-only fields are ignored. */
  public static Storefront parse(dev.tributary.attribution.v1.Storefront proto) throws Rejected {
    String currency = proto.getCurrencyCode();
    return new Storefront(
        Fields.id("storefront_id", proto.getStorefrontId()),
        currency.isEmpty()
            ? Optional.empty()
            : Optional.of(Fields.currency("currency_code", currency)),
        proto.getTimeZone().isEmpty()
            ? Storefront.UTC
            : Fields.zone("time_zone", proto.getTimeZone()),
        taxMode("tax_mode", proto.getTaxMode()).orElse(TaxMode.EXCLUDED),
        touchScope(proto.getTouchScope()),
        CreditRulesProtos.parse(proto),
        proto.hasHoldSettings()
            ? HoldSettingsProtos.parse("hold_settings", proto.getHoldSettings())
            : HoldSettings.DEFAULTS,
        0);
  }

  /** The shop that a message names; none means "main". */
  public static String storefrontId(String given) throws Rejected {
    return Fields.optionalId("storefront_id", given).orElse(Storefront.MAIN);
  }

  /** A tax mode, if it is told. */
  public static Optional<TaxMode> taxMode(String field, dev.tributary.attribution.v1.TaxMode proto)
      throws Rejected {
    return switch (proto) {
      case TAX_MODE_UNSPECIFIED -> Optional.empty();
      case TAX_MODE_EXCLUDED -> Optional.of(TaxMode.EXCLUDED);
      case TAX_MODE_INCLUDED -> Optional.of(TaxMode.INCLUDED);
      case UNRECOGNIZED -> throw unknown(field, "absent, EXCLUDED or INCLUDED");
    };
  }

  /** The message of a storefront. */
  public static dev.tributary.attribution.v1.Storefront toProto(Storefront storefront) {
    var proto =
        CreditRulesProtos.add(
                dev.tributary.attribution.v1.Storefront.newBuilder(), storefront.rules())
            .setStorefrontId(storefront.storefrontId())
            .setCurrencyCode(storefront.currency().orElse(""))
            .setTimeZone(storefront.zone().getId())
            .setTaxMode(toProto(storefront.taxMode()))
            .setTouchScope(
                switch (storefront.touchScope()) {
                  case CREATOR_TOUCHES ->
                      dev.tributary.attribution.v1.TouchScope.TOUCH_SCOPE_CREATOR_TOUCHES;
                  case ALL_CHANNELS ->
                      dev.tributary.attribution.v1.TouchScope.TOUCH_SCOPE_ALL_CHANNELS;
                })
            .setVersion(storefront.version());
    if (!storefront.holds().equals(HoldSettings.DEFAULTS)) {
      proto.setHoldSettings(HoldSettingsProtos.toProto(storefront.holds()));
    }
    return proto.build();
  }

  /** The message of a tax mode. */
  public static dev.tributary.attribution.v1.TaxMode toProto(TaxMode taxMode) {
    return switch (taxMode) {
      case EXCLUDED -> dev.tributary.attribution.v1.TaxMode.TAX_MODE_EXCLUDED;
      case INCLUDED -> dev.tributary.attribution.v1.TaxMode.TAX_MODE_INCLUDED;
    };
  }

  private static TouchScope touchScope(dev.tributary.attribution.v1.TouchScope proto)
      throws Rejected {
    return switch (proto) {
      case TOUCH_SCOPE_UNSPECIFIED, TOUCH_SCOPE_CREATOR_TOUCHES -> TouchScope.CREATOR_TOUCHES;
      case TOUCH_SCOPE_ALL_CHANNELS -> TouchScope.ALL_CHANNELS;
      case UNRECOGNIZED -> throw unknown("touch_scope", "absent, CREATOR_TOUCHES or ALL_CHANNELS");
    };
  }

  private static Rejected unknown(String field, String expected) {
    return new Rejected(
        ErrorReason.ERROR_REASON_FIELD_MALFORMED,
        field,
        "an unknown number (expected: " + expected + ")");
  }
}
