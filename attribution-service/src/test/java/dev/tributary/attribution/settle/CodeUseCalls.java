package dev.tributary.attribution.settle;

import static dev.tributary.attribution.conversion.Orders.code;
import static dev.tributary.attribution.conversion.Orders.order;

import com.google.protobuf.Timestamp;
import dev.tributary.attribution.Samples;
import dev.tributary.attribution.TestAttribution;
import dev.tributary.attribution.conversion.Orders;
import dev.tributary.attribution.conversion.Shop;
import dev.tributary.attribution.promocode.CodeUsage;
import dev.tributary.attribution.promocode.UsesView;
import dev.tributary.attribution.v1.CodeLimits;
import dev.tributary.attribution.v1.Conversion;
import dev.tributary.attribution.v1.PaymentState;
import dev.tributary.attribution.v1.PromoCode;
import dev.tributary.attribution.v1.ReservePromoCodeRequest;
import dev.tributary.attribution.v1.ReservePromoCodeResponse;
import dev.tributary.runtime.testing.TestDatabases;
import dev.tributary.type.v1.Money;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Orders with codes, through the whole service, and what they use. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class CodeUseCalls {
  final TestAttribution service;
  final UsesView view;

  CodeUseCalls(TestDatabases kind) {
    service = TestAttribution.start(kind);
    view = new UsesView(service.database());
  }

  @AfterEach
  void resetClock() {
    service.clock().set(TestAttribution.NOW);
  }

  @AfterAll
  void stop() {
    view.close();
    service.close();
  }

  Shop limited(CodeLimits.Builder limits) {
    return new Shop(service).has(limitedCode("ANNA10", limits));
  }

  static PromoCode.Builder limitedCode(String code, CodeLimits.Builder limits) {
    return Samples.code(code).setLimits(limits);
  }

  static CodeLimits.Builder limits() {
    return CodeLimits.newBuilder();
  }

  static Timestamp ago() {
    return Samples.time(TestAttribution.NOW.minusSeconds(86_400));
  }

  static Money eur(long minor) {
    return Money.newBuilder().setCurrencyCode("EUR").setMinorUnits(minor).build();
  }

  static ReservePromoCodeRequest.Builder wish(String orderKey) {
    return ReservePromoCodeRequest.newBuilder()
        .setCode("ANNA10")
        .setOrderKey(orderKey)
        .setAmount(eur(10_000))
        .setDiscount(eur(500));
  }

  /** Why an order gets no use, without prefix; UNSPECIFIED when it gets one. */
  static String reserve(Shop shop, String orderKey) {
    ReservePromoCodeResponse answer = shop.reserve(wish(orderKey));
    return answer.getReason().name().substring("ERROR_REASON_".length());
  }

  static Conversion.Builder paid(Conversion.Builder order, PaymentState state, int after) {
    return order
        .clone()
        .setPaymentState(state)
        .setPaymentStateTime(Samples.time(Orders.TIME.plusSeconds(after)));
  }

  /** Records an order and waits until the settler has seen it. */
  static void settled(Shop shop, Conversion.Builder order) {
    shop.record(order);
    shop.settled(order.getOrderId());
  }

  /** The reason and the words of an order's note; empty when it has none. */
  static String flag(Shop shop, Conversion.Builder order) {
    shop.record(order);
    return shop.settled(order.getOrderId()).getNotesList().stream()
        .map(
            note ->
                note.getReason().name().substring("ERROR_REASON_".length())
                    + " "
                    + note.getMessage())
        .findFirst()
        .orElse("");
  }

  String state(Shop shop, String orderKey) {
    return view.state(shop.workspace(), "ANNA10", orderKey);
  }

  CodeUsage usage(Shop shop) {
    return view.usage(shop.workspace(), "ANNA10");
  }
}
