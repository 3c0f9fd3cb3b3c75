package dev.tributary.local.ledgermodel;

import dev.tributary.attribution.v1.Amendment;
import dev.tributary.attribution.v1.Conversion;
import dev.tributary.attribution.v1.ConversionType;
import dev.tributary.attribution.v1.IdentityLink;
import dev.tributary.attribution.v1.PaymentState;
import dev.tributary.attribution.v1.Refund;
import dev.tributary.attribution.v1.Storefront;
import dev.tributary.attribution.v1.Touch;
import dev.tributary.attribution.v1.TouchConsent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Everything that was told and taken, in order; and what has to be answered to the next thing told.
 * A "differing field" is the one that the teller changed in something that was told before.
 */
final class History {
  private static final String RECORDED = "RECORDED";
  private static final String ALREADY_RECORDED = "ALREADY_RECORDED";

  private final List<Fact> facts = new ArrayList<>();

  /** What the facts so far come to. */
  private final Map<OrderKey, Books> books = new HashMap<>();

  private Uses uses = new Uses(this);

  void add(Fact fact) {
    facts.add(fact);
  }

  List<Fact> facts() {
    return facts;
  }

  /** The orders that have arrived. */
  List<Fact.Ordered> orders() {
    return all(Fact.Ordered.class);
  }

  /** Keys of those whose books are such, as they arrived. */
  List<OrderKey> orders(Predicate<Books> test) {
    return orders().stream().map(Fact.Ordered::key).filter(key -> test.test(books(key))).toList();
  }

  Optional<Fact.Ordered> order(OrderKey key) {
    return orders().stream().filter(order -> order.key().equals(key)).findFirst();
  }

  <F extends Fact> List<F> all(Class<F> kind) {
    return facts.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** Where an order stands. */
  Books books(OrderKey key) {
    return books.computeIfAbsent(key, Books::new).read(facts);
  }

  /** How codes are used. */
  Uses uses() {
    return uses.read();
  }

  /** A code as it stands. */
  Fact.Coded code(String codeId) {
    return all(Fact.Coded.class).stream()
        .filter(code -> code.codeId().equals(codeId))
        .reduce((earlier, later) -> later)
        .orElseThrow();
  }

  /** Where an order would stand after one more thing. */
  Books booksAfter(OrderKey key, Fact next) {
    List<Fact> all = new ArrayList<>(facts);
    all.add(next);
    return Books.of(key, all);
  }

  /** Closes a period. An order without a posting has nothing that could be taken. */
  void lock(Instant end, Instant now) {
    add(
        new Fact.Locked(
            Set.copyOf(
                orders(books -> !books.ledger.postings.isEmpty() && books.time().isBefore(end))),
            end,
            now));
  }

  /** Answers the orders of the person. */
  Set<OrderKey> take(Erasure erasure, Instant now) {
    Set<OrderKey> orders = erasure.orders(facts);
    facts.replaceAll(fact -> erasure.forgotten(fact, now));
    books.clear();
    uses = new Uses(this);
    add(new Fact.Erased(orders, now));
    return orders;
  }

  String take(IdentityLink link, String differingField, Instant now) {
    for (Fact.Identified known : all(Fact.Identified.class)) {
      if (known.link().getIdentityLinkId().equals(link.getIdentityLinkId())
          && known.link().getVisitorId().equals(link.getVisitorId())) {
        return known.link().equals(link) ? ALREADY_RECORDED : reused(differingField);
      }
    }
    add(new Fact.Identified(link, now));
    return RECORDED;
  }

  String take(Touch sent, String differingField, Instant now) {
    // Without consent nobody is kept.
    Touch touch =
        sent.getConsent() == TouchConsent.TOUCH_CONSENT_DENIED
            ? sent.toBuilder().clearVisitorId().clearCustomerId().build()
            : sent;
    for (Fact.Touched known : all(Fact.Touched.class)) {
      if (known.touch().getTouchId().equals(touch.getTouchId())
          && known.touch().getVisitorId().equals(touch.getVisitorId())) {
        return known.touch().equals(touch) ? ALREADY_RECORDED : reused(differingField);
      }
    }
    add(new Fact.Touched(touch, now));
    return RECORDED;
  }

  /** Takes the news of the payment over, also from one that is known. */
  String take(Conversion sent, String differingField, Instant now) {
    Conversion order = filledIn(sent);
    Optional<Fact.Ordered> known = order(keyOf(order));
    if (known.isEmpty()) {
      add(new Fact.Ordered(keyOf(order), order, now));
      return RECORDED;
    }
    // Whoever a resend names, it may be the one who was forgotten.
    Conversion.Builder told = order.toBuilder();
    if (Erasure.isForgotten(known.get().order().getCustomerId())) {
      told.setCustomerId(known.get().order().getCustomerId());
    }
    if (!content(known.get().order()).equals(content(told.build()))) {
      return reused(differingField);
    }
    if (sent.getPaymentState() != PaymentState.PAYMENT_STATE_UNSPECIFIED) {
      add(new Fact.Paid(keyOf(order), sent.getPaymentState(), Payments.timeOf(sent), now));
    }
    return ALREADY_RECORDED;
  }

  String take(Refund refund, String differingField, Instant now) {
    OrderKey key = new OrderKey(refund.getStorefrontId(), refund.getType(), refund.getOrderId());
    for (Fact.Refunded known : all(Fact.Refunded.class)) {
      if (known.key().equals(key) && known.refund().getRefundId().equals(refund.getRefundId())) {
        return known.refund().equals(refund) ? ALREADY_RECORDED : reused(differingField);
      }
    }
    return takeIfFits(key, new Fact.Refunded(key, refund, now));
  }

  String take(Amendment amendment, String differingField, Instant now) {
    OrderKey key =
        new OrderKey(amendment.getStorefrontId(), amendment.getType(), amendment.getOrderId());
    for (Fact.Amended known : all(Fact.Amended.class)) {
      if (known.key().equals(key)
          && known.amendment().getAmendmentId().equals(amendment.getAmendmentId())) {
        return known.amendment().equals(amendment) ? ALREADY_RECORDED : reused(differingField);
      }
    }
    return takeIfFits(key, new Fact.Amended(key, amendment, now));
  }

  /** What does not fit an order that is there is refused; what comes before its order waits. */
  private String takeIfFits(OrderKey key, Fact change) {
    if (order(key).isPresent()) {
      Optional<String> misfit = books(key).misfit(change);
      if (misfit.isPresent()) {
        return misfit.get();
      }
    }
    add(change);
    return RECORDED;
  }

  Storefront storefront(String storefrontId) {
    return Shops.at(facts, storefrontId);
  }

  static OrderKey keyOf(Conversion order) {
    return new OrderKey(order.getStorefrontId(), order.getType(), order.getOrderId());
  }

  private Conversion filledIn(Conversion sent) {
    if (sent.getType() != ConversionType.CONVERSION_TYPE_PURCHASE) {
      return sent;
    }
    Storefront storefront = storefront(sent.getStorefrontId());
    Conversion.Builder order = sent.toBuilder();
    if (sent.getCurrencyCode().isEmpty()) {
      order.setCurrencyCode(storefront.getCurrencyCode());
    }
    if (sent.getTaxModeValue() == 0) {
      order.setTaxMode(storefront.getTaxMode());
    }
    return order.build();
  }

  /** What makes a resend the same: not the payment, the visitor, the checkout, the test. */
  private static Conversion content(Conversion order) {
    return order.toBuilder()
        .clearPaymentState()
        .clearPaymentStateTime()
        .clearVisitorId()
        .clearClickId()
        .clearTest()
        .clearCustomerEmails()
        .clearCheckoutStartTime()
        .build();
  }

  private static String reused(String differingField) {
    return "ID_REUSED " + differingField;
  }
}
