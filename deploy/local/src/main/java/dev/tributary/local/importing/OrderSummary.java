package dev.tributary.local.importing;

import dev.tributary.attribution.v1.Amendment;
import dev.tributary.attribution.v1.ComponentChanges;
import dev.tributary.attribution.v1.Conversion;
import dev.tributary.attribution.v1.ConversionNote;
import dev.tributary.attribution.v1.ConversionResult;
import dev.tributary.attribution.v1.Refund;
import dev.tributary.attribution.v1.RefundKind;
import dev.tributary.attribution.v1.RefundResult;
import dev.tributary.attribution.v1.UnattributedReason;
import dev.tributary.runtime.money.Currencies;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What an import of orders tells at its end: sums, who was not credited, and every change. */
final class OrderSummary {
  private final Map<String, OrderSums> sums = new TreeMap<>();
  private final Map<String, Integer> unattributed = new TreeMap<>();
  private final Listing notes = new Listing();
  private final Listing changes = new Listing();
  private long visits;
  private long visitsRefused;

  /** An order that is recorded. */
  void add(Conversion order, ConversionResult result) {
    if (!order.getTest()) {
      sums.merge(order.getCurrencyCode(), OrderSums.of(order), OrderSums::plus);
    }
    UnattributedReason reason = result.getAttribution().getUnattributedReason();
    switch (reason) {
      case UNATTRIBUTED_REASON_UNSPECIFIED, UNRECOGNIZED -> {}
      default ->
          unattributed.merge(
              reason.name().substring("UNATTRIBUTED_REASON_".length()), 1, Integer::sum);
    }
    for (ConversionNote note : result.getNotesList()) {
      notes.add("order " + order.getOrderId() + ": " + note.getMessage());
    }
  }

  /** A visit that is recorded. */
  void addVisit() {
    visits++;
  }

  /** An order of which a visit was refused; the order itself went on. */
  void addRefusedVisit() {
    visitsRefused++;
  }

  /** An order that changed. */
  void addAmendment(Amendment amendment) {
    String currency = amendment.getCurrencyCode();
    ComponentChanges parts = amendment.getChanges();
    List<String> words = new ArrayList<>();
    say(words, "items", currency, parts.getItemsMinor());
    say(words, "discount", currency, parts.getDiscountMinor());
    say(words, "tax", currency, parts.getTaxMinor());
    say(words, "shipping", currency, parts.getShippingMinor());
    say(words, "gift card", currency, parts.getGiftCardMinor());
    say(words, "tip", currency, parts.getTipMinor());
    changes.add(
        "order %s amended: %s %s"
            .formatted(amendment.getOrderId(), String.join(", ", words), currency));
  }

  /** An order that was cancelled, or of which money went back. */
  void addRefund(Refund refund, RefundResult result) {
    if (refund.getKind() == RefundKind.REFUND_KIND_CANCEL) {
      changes.add("order %s cancelled".formatted(refund.getOrderId()));
    } else {
      changes.add(
          "order %s refunded: %s %s taken back from credits"
              .formatted(
                  refund.getOrderId(),
                  Currencies.format(refund.getCurrencyCode(), result.getAppliedMinor()),
                  refund.getCurrencyCode()));
    }
    HeldRefunds.note(refund, result, changes);
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    sums.forEach((currency, sum) -> lines.add(sum.describe(currency)));
    unattributed.forEach(
        (reason, count) -> lines.add("%,d orders UNATTRIBUTED: %s".formatted(count, reason)));
    if (visits > 0) {
      lines.add("%,d visits before orders are touches".formatted(visits));
    }
    if (visitsRefused > 0) {
      lines.add("%,d orders have a visit that was refused".formatted(visitsRefused));
    }
    lines.addAll(changes.lines());
    lines.addAll(notes.lines());
    return lines;
  }

  private static void say(List<String> words, String what, String currency, long minor) {
    if (minor != 0) {
      words.add(what + (minor > 0 ? " +" : " ") + Currencies.format(currency, minor));
    }
  }
}
