package dev.tributary.attribution.conversion;

import dev.tributary.attribution.credit.Component;
import dev.tributary.attribution.credit.ComponentChanges;
import dev.tributary.attribution.credit.Components;
import dev.tributary.attribution.credit.CreditKey;
import dev.tributary.attribution.credit.Decision;
import dev.tributary.attribution.credit.Policy;
import dev.tributary.attribution.credit.Share;
import dev.tributary.attribution.credit.TaxMode;
import dev.tributary.attribution.credit.TouchScope;
import dev.tributary.attribution.owner.Owner;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Orders and what happens to them, for tests: what is not said is ordinary. */
final class Given {
  static final ConversionKey ORDER = new ConversionKey("main", ConversionType.PURCHASE, "o-1");
  static final Instant TIME = Instant.parse("2026-03-10T12:00:00Z");
  static final Instant RECEIVED = TIME.plusSeconds(2);
  static final Policy POLICY = Policy.official(TouchScope.CREATOR_TOUCHES);

  private Given() {}

  /** A paid order in euros of items alone. */
  static Conversion order(long itemsMinor) {
    return order(ORDER, itemsMinor, new Payment(PaymentState.PAID, TIME));
  }

  static Conversion order(ConversionKey key, long itemsMinor, Payment payment) {
    return new Conversion(
        key,
        TIME,
        "EUR",
        TaxMode.EXCLUDED,
        new Conversion.Defaulted(false, false),
        new Components(Map.of(Component.ITEMS, itemsMinor)),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        payment,
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Checkout.UNTOLD);
  }

  static Refund refund(String id, long itemsMinor) {
    return refund(id, itemsMinor, "EUR");
  }

  static Refund refund(String id, long itemsMinor, String currency) {
    return new Refund(
        ORDER,
        id,
        RefundKind.REFUND,
        TIME.plusSeconds(60),
        currency,
        new Components(Map.of(Component.ITEMS, itemsMinor)),
        "");
  }

  static Refund chargeback(String id, long itemsMinor) {
    return new Refund(
        ORDER,
        id,
        RefundKind.CHARGEBACK,
        TIME.plusSeconds(90),
        "EUR",
        new Components(Map.of(Component.ITEMS, itemsMinor)),
        "");
  }

  static Refund reversal(String id, String chargebackId) {
    return new Refund(
        ORDER,
        id,
        RefundKind.REVERSAL,
        TIME.plusSeconds(150),
        "EUR",
        Components.NONE,
        chargebackId);
  }

  static Refund cancellation(String id) {
    return new Refund(
        ORDER, id, RefundKind.CANCEL, TIME.plusSeconds(120), "EUR", Components.NONE, "");
  }

  static Amendment amendment(String id, long itemsMinor) {
    return amendment(id, Component.ITEMS, itemsMinor, "EUR");
  }

  static Amendment amendment(String id, Component component, long minor, String currency) {
    return new Amendment(
        ORDER, id, TIME.plusSeconds(30), currency, new ComponentChanges(Map.of(component, minor)));
  }

  /** A decision that shares a conversion equally among creators. */
  static Decision sharedBy(String... creators) {
    List<Share> shares =
        Stream.of(creators)
            .map(creator -> new Owner("spring-" + creator, creator, "spring"))
            .map(owner -> new Share(CreditKey.byCode(owner, owner.creatorId()), 1))
            .toList();
    return new Decision(shares, Optional.empty(), List.of(), false, "Shared.");
  }

  /** A history to which the order came first. */
  static OrderHistory recorded(Conversion order, String... creators) {
    return OrderHistory.nothing(order.key()).recorded(order, sharedBy(creators), POLICY, RECEIVED);
  }

  /** What each credit of the order is worth now. */
  static List<Long> nets(OrderHistory history) {
    return history.conversion().orElseThrow().ledger().balance().credits().stream()
        .map(credit -> credit.netMinor())
        .toList();
  }
}
