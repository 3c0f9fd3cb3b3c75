package dev.tributary.attribution.reconciliation;

import dev.tributary.attribution.conversion.CodeUse;
import dev.tributary.attribution.request.TimeRange;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * An order as a shop lists it, 100.00 EUR at noon without code; a test changes what it is about.
 */
final class AShopOrder {
  static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");

  /** March in UTC, by subtotal. */
  static final Terms MARCH = by(ShopAmount.SUBTOTAL, 0);

  private Instant time = NOON;
  private String currency = "EUR";
  private OptionalLong subtotal = OptionalLong.of(10_000);
  private OptionalLong tax = OptionalLong.empty();
  private OptionalLong total = OptionalLong.empty();
  private long refunded;
  private final List<CodeUse> codes = new ArrayList<>();
  private boolean test;
  private boolean cancelled;

  static Terms by(ShopAmount amount, long toleranceMinor) {
    return new Terms(
        "main",
        new TimeRange(Instant.parse("2026-03-01T00:00:00Z"), Instant.parse("2026-04-01T00:00:00Z")),
        ZoneId.of("UTC"),
        amount,
        toleranceMinor);
  }

  static AShopOrder shop(long subtotalMinor) {
    AShopOrder order = new AShopOrder();
    order.subtotal = OptionalLong.of(subtotalMinor);
    return order;
  }

  AShopOrder at(Instant other) {
    time = other;
    return this;
  }

  AShopOrder in(String other) {
    currency = other;
    return this;
  }

  AShopOrder tax(long minor) {
    tax = OptionalLong.of(minor);
    return this;
  }

  AShopOrder total(long minor) {
    total = OptionalLong.of(minor);
    return this;
  }

  AShopOrder refunded(long minor) {
    refunded = minor;
    return this;
  }

  AShopOrder with(String code) {
    codes.add(new CodeUse(code, OptionalLong.empty()));
    return this;
  }

  AShopOrder with(String code, long discountMinor) {
    codes.add(new CodeUse(code, OptionalLong.of(discountMinor)));
    return this;
  }

  AShopOrder isTest() {
    test = true;
    return this;
  }

  AShopOrder isCancelled() {
    cancelled = true;
    return this;
  }

  ShopOrder build() {
    return new ShopOrder(
        "1001",
        time,
        currency,
        new ShopFigures(subtotal, tax, total),
        refunded,
        codes,
        test,
        cancelled);
  }
}
