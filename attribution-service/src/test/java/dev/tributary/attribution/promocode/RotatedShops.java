package dev.tributary.attribution.promocode;

import static dev.tributary.attribution.Samples.ANNA;
import static dev.tributary.attribution.Samples.BO;
import static dev.tributary.attribution.Samples.code;
import static dev.tributary.attribution.Samples.time;
import static dev.tributary.attribution.conversion.Orders.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.attribution.conversion.Orders;
import dev.tributary.attribution.conversion.Shop;
import dev.tributary.attribution.v1.CodeRotation;
import dev.tributary.attribution.v1.ConversionRecord;
import dev.tributary.attribution.v1.HeldCredit;
import dev.tributary.attribution.v1.HoldOutcome;
import dev.tributary.attribution.v1.HoldServiceGrpc;
import dev.tributary.attribution.v1.HoldServiceGrpc.HoldServiceBlockingStub;
import dev.tributary.attribution.v1.ListHoldsRequest;
import dev.tributary.attribution.v1.OrderHold;
import dev.tributary.attribution.v1.Posting;
import dev.tributary.attribution.v1.PromoCodeServiceGrpc;
import dev.tributary.attribution.v1.PromoCodeServiceGrpc.PromoCodeServiceBlockingStub;
import dev.tributary.attribution.v1.RotatePromoCodesRequest;
import dev.tributary.attribution.v1.RotatedUses;
import dev.tributary.runtime.testing.TestDatabases;
import java.util.List;

/** Shops whose codes are used, and replaced. */
abstract class RotatedShops extends PromoCodeCalls {
  static final HoldOutcome TWO_OF_ANNA =
      HoldOutcome.newBuilder()
          .setOrderCount(2)
          .setHoldCount(2)
          .addCredits(credit("anna", "EUR", 1, 5_000))
          .addCredits(credit("anna", "USD", 1, 700))
          .build();

  RotatedShops(TestDatabases kind) {
    super(kind);
  }

  /** A shop whose code ANNA10 was used by two orders that are in question, and by others. */
  Shop leaked() {
    Shop shop = new Shop(service).has(code("ANNA10").setOwner(ANNA), code("BO5").setOwner(BO));
    record(
        shop,
        order("before", 3_000)
            .addCodes(Orders.code("ANNA10"))
            .setConversionTime(time(Orders.TIME.minusSeconds(1))));
    record(shop, order("o-1", 5_000).addCodes(Orders.code("ANNA10")));
    record(shop, order("o-2", 700).setCurrencyCode("USD").addCodes(Orders.code("ANNA10")));
    record(shop, order("of-bo", 300).addCodes(Orders.code("BO5")));
    record(shop, order("test", 300).addCodes(Orders.code("ANNA10")).setTest(true));
    record(
        shop,
        order("also-before", 90)
            .addCodes(Orders.code("ANNA10"))
            .setConversionTime(time(Orders.TIME.minusSeconds(60))));
    return shop;
  }

  static void record(Shop shop, dev.tributary.attribution.v1.Conversion.Builder conversion) {
    assertThat(shop.record(conversion).get(0).getVerdict().hasRejection()).isFalse();
  }

  PromoCodeServiceBlockingStub codes(Shop shop) {
    return PromoCodeServiceGrpc.newBlockingStub(service.channel(shop.workspace()));
  }

  HoldServiceBlockingStub holdCalls(Shop shop) {
    return HoldServiceGrpc.newBlockingStub(service.channel(shop.workspace()));
  }

  List<OrderHold> holds(Shop shop) {
    return holdCalls(shop).listHolds(ListHoldsRequest.getDefaultInstance()).getHoldsList();
  }

  static String creditOf(ConversionRecord record) {
    return record.getAttribution().getCredits(0).getOwner().getCreatorId();
  }

  static long sum(ConversionRecord record) {
    return record.getPostingsList().stream().mapToLong(Posting::getAmountMinor).sum();
  }

  static HeldCredit credit(String creatorId, String currency, long orders, long netMinor) {
    return HeldCredit.newBuilder()
        .setCreatorId(creatorId)
        .setCurrencyCode(currency)
        .setOrderCount(orders)
        .setNetMinor(netMinor)
        .build();
  }

  static RotatePromoCodesRequest validating(RotatePromoCodesRequest command) {
    return command.toBuilder().setValidateOnly(true).build();
  }

  static RotatePromoCodesRequest.Builder rotation(RotatedUses uses) {
    return RotatePromoCodesRequest.newBuilder()
        .setRotationId("r-1")
        .addRotations(item("ANNA10", "new-1", "SECRET15"))
        .setUsesSince(time(Orders.TIME))
        .setUses(uses)
        .setActor("ria")
        .setReason("on a coupon site");
  }

  static CodeRotation item(String oldCodeId, String newCodeId, String newCode) {
    return CodeRotation.newBuilder()
        .setOldCodeId(oldCodeId)
        .setNewCodeId(newCodeId)
        .setNewCode(newCode)
        .build();
  }
}
