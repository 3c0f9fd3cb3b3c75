package dev.tributary.local.preflight;

import dev.tributary.attribution.v1.CodeUse;
import dev.tributary.attribution.v1.Components;
import dev.tributary.attribution.v1.Conversion;
import dev.tributary.attribution.v1.ConversionType;
import dev.tributary.attribution.v1.Link;
import dev.tributary.attribution.v1.PromoCode;
import dev.tributary.attribution.v1.Touch;
import dev.tributary.attribution.v1.TouchType;
import dev.tributary.ingestion.v1.Collaboration;
import dev.tributary.runtime.api.ProtoTimes;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One sale that never was: by a code alone, or by a click on a link. All of it is marked as a test,
 * so it is in no sum.
 *
 * @param collaboration whose the credit must be
 * @param subject the code as people see it, or the link's id
 * @param codeId id of the code; empty for a link
 * @param linkId id of the link; empty for a code
 * @param touch the click on the link
 * @param order the order
 */
record Trial(
    Collaboration collaboration,
    String subject,
    String codeId,
    String linkId,
    Optional<Touch> touch,
    Conversion order) {
  private static final long ITEMS_MINOR = 10_000;

  /** How long before the order the link was followed. */
  private static final Duration CLICK_BEFORE = Duration.ofSeconds(1);

  /** A sale by a code. */
  static Trial of(
      Collaboration collaboration, PromoCode code, String currency, String id, Instant now) {
    Conversion.Builder order =
        order(currency, id, now)
            .setStorefrontId(code.getStorefrontId())
            .addCodes(CodeUse.newBuilder().setCode(code.getCode()));
    return new Trial(
        collaboration, code.getCode(), code.getCodeId(), "", Optional.empty(), order.build());
  }

  /** A sale by a link. */
  static Trial of(Collaboration collaboration, Link link, String currency, String id, Instant now) {
    Touch touch =
        Touch.newBuilder()
            .setTouchId(id)
            .setType(TouchType.TOUCH_TYPE_CLICK)
            .setEventTime(ProtoTimes.toProto(now.minus(CLICK_BEFORE)))
            .setLinkId(link.getLinkId())
            .setVisitorId(visitor(id))
            .setTest(true)
            .build();
    return new Trial(
        collaboration,
        link.getLinkId(),
        "",
        link.getLinkId(),
        Optional.of(touch),
        order(currency, id, now).build());
  }

  private static Conversion.Builder order(String currency, String id, Instant now) {
    return Conversion.newBuilder()
        .setType(ConversionType.CONVERSION_TYPE_PURCHASE)
        .setOrderId("preflight-" + id)
        .setConversionTime(ProtoTimes.toProto(now))
        .setCurrencyCode(currency)
        .setComponents(Components.newBuilder().setItemsMinor(ITEMS_MINOR))
        .setVisitorId(visitor(id))
        .setTest(true);
  }

  private static String visitor(String id) {
    return "preflight-" + id;
  }
}
