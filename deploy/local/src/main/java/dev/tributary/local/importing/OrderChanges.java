package dev.tributary.local.importing;

import dev.tributary.attribution.v1.Amendment;
import dev.tributary.attribution.v1.ComponentChanges;
import dev.tributary.attribution.v1.Components;
import dev.tributary.attribution.v1.Conversion;
import dev.tributary.attribution.v1.ConversionRecord;
import dev.tributary.attribution.v1.Refund;
import dev.tributary.attribution.v1.RefundKind;
import dev.tributary.attribution.v1.RefundRecord;
import dev.tributary.runtime.api.ProtoTimes;
import java.time.Instant;
import java.util.Optional;

/**
 * What must have happened to an order between what was recorded and what the shop has now. An
 * export shows the outcome, not the steps: the difference is one amendment and one refund.
 *
 * @param order what the shop has
 * @param recorded what was recorded, with all amendments and refunds
 * @param time when the file was written; the shop does not tell when the order changed
 */
record OrderChanges(ShopOrder order, ConversionRecord recorded, Instant time) {
  /** The name of what cannot be amended and differs: an order that is another one. */
  Optional<String> contradiction() {
    Conversion now = order.conversion();
    Conversion then = recorded.getConversion();
    if (!now.getCurrencyCode().equals(then.getCurrencyCode())) {
      return Optional.of("currency_code");
    }
    if (!now.getConversionTime().equals(then.getConversionTime())) {
      return Optional.of("conversion_time");
    }
    if (!now.getCodesList().equals(then.getCodesList())) {
      return Optional.of("codes");
    }
    boolean sameMode = now.getTaxModeValue() == 0 || now.getTaxMode() == then.getTaxMode();
    return sameMode ? Optional.empty() : Optional.of("tax_mode");
  }

  /**
   * The amendment that makes the recorded order what the shop has; none when it is, or when the
   * file is older than a change that was recorded.
   */
  Optional<Amendment> amendment() {
    Conversion now = order.conversion();
    ComponentChanges changes = difference(now.getComponents(), amended());
    boolean isOlder =
        recorded.getAmendmentsList().stream()
            .anyMatch(known -> ProtoTimes.toInstant(known.getAmendmentTime()).isAfter(time));
    if (isOlder || changes.equals(ComponentChanges.getDefaultInstance())) {
      return Optional.empty();
    }
    String content = Ids.of(now.getComponents()).substring(0, 12);
    return Optional.of(
        Amendment.newBuilder()
            .setStorefrontId(now.getStorefrontId())
            .setType(now.getType())
            .setCustomType(now.getCustomType())
            .setOrderId(now.getOrderId())
            .setAmendmentId("import-" + (recorded.getAmendmentsCount() + 1) + "-" + content)
            .setAmendmentTime(ProtoTimes.toProto(time))
            .setCurrencyCode(now.getCurrencyCode())
            .setChanges(changes)
            .build());
  }

  /** The cancellation, or the refund of what went back since; none when nothing did. */
  Optional<Refund> refund() {
    boolean isCancelled =
        recorded.getRefundsList().stream()
            .anyMatch(known -> known.getRefund().getKind() == RefundKind.REFUND_KIND_CANCEL);
    if (isCancelled) {
      return Optional.empty();
    }
    if (order.cancelTime().isPresent()) {
      return Optional.of(
          refund("import-cancel", order.cancelTime().get())
              .setKind(RefundKind.REFUND_KIND_CANCEL)
              .build());
    }
    return order.refunded().flatMap(this::refundOfRest);
  }

  private Optional<Refund> refundOfRest(Components inAll) {
    boolean taxIncluded = order.isTaxIncluded();
    Components before = refundedBefore();
    long paidBack = RefundSplit.paid(inAll, taxIncluded);
    long rest = paidBack - RefundSplit.paid(before, taxIncluded);
    if (rest <= 0) {
      return Optional.empty();
    }
    ComponentChanges parts = difference(inAll, before);
    boolean isWhole =
        parts.getItemsMinor() >= 0
            && parts.getDiscountMinor() >= 0
            && parts.getTaxMinor() >= 0
            && parts.getShippingMinor() >= 0;
    Components back =
        isWhole
            ? Components.newBuilder()
                .setItemsMinor(parts.getItemsMinor())
                .setDiscountMinor(parts.getDiscountMinor())
                .setTaxMinor(parts.getTaxMinor())
                .setShippingMinor(parts.getShippingMinor())
                .build()
            : RefundSplit.of(rest, order.conversion().getComponents(), taxIncluded);
    return Optional.of(
        refund("import-" + paidBack, time)
            .setKind(RefundKind.REFUND_KIND_REFUND)
            .setComponents(back)
            .build());
  }

  private Refund.Builder refund(String id, Instant when) {
    Conversion now = order.conversion();
    return Refund.newBuilder()
        .setStorefrontId(now.getStorefrontId())
        .setType(now.getType())
        .setCustomType(now.getCustomType())
        .setOrderId(now.getOrderId())
        .setRefundId(id)
        .setRefundTime(ProtoTimes.toProto(when))
        .setCurrencyCode(now.getCurrencyCode());
  }

  private Components refundedBefore() {
    Components.Builder sum = Components.newBuilder();
    for (RefundRecord known : recorded.getRefundsList()) {
      Components parts = known.getRefund().getComponents();
      sum.setItemsMinor(sum.getItemsMinor() + parts.getItemsMinor())
          .setDiscountMinor(sum.getDiscountMinor() + parts.getDiscountMinor())
          .setTaxMinor(sum.getTaxMinor() + parts.getTaxMinor())
          .setShippingMinor(sum.getShippingMinor() + parts.getShippingMinor());
    }
    return sum.build();
  }

  private Components amended() {
    Components.Builder sum = recorded.getConversion().getComponents().toBuilder();
    for (Amendment amendment : recorded.getAmendmentsList()) {
      ComponentChanges changes = amendment.getChanges();
      sum.setItemsMinor(sum.getItemsMinor() + changes.getItemsMinor())
          .setDiscountMinor(sum.getDiscountMinor() + changes.getDiscountMinor())
          .setTaxMinor(sum.getTaxMinor() + changes.getTaxMinor())
          .setShippingMinor(sum.getShippingMinor() + changes.getShippingMinor())
          .setGiftCardMinor(sum.getGiftCardMinor() + changes.getGiftCardMinor())
          .setTipMinor(sum.getTipMinor() + changes.getTipMinor());
    }
    return sum.build();
  }

  private static ComponentChanges difference(Components now, Components then) {
    ComponentChanges.Builder changes = ComponentChanges.newBuilder();
    if (now.getItemsMinor() != then.getItemsMinor()) {
      changes.setItemsMinor(now.getItemsMinor() - then.getItemsMinor());
    }
    if (now.getDiscountMinor() != then.getDiscountMinor()) {
      changes.setDiscountMinor(now.getDiscountMinor() - then.getDiscountMinor());
    }
    if (now.getTaxMinor() != then.getTaxMinor()) {
      changes.setTaxMinor(now.getTaxMinor() - then.getTaxMinor());
    }
    if (now.getShippingMinor() != then.getShippingMinor()) {
      changes.setShippingMinor(now.getShippingMinor() - then.getShippingMinor());
    }
    if (now.getGiftCardMinor() != then.getGiftCardMinor()) {
      changes.setGiftCardMinor(now.getGiftCardMinor() - then.getGiftCardMinor());
    }
    if (now.getTipMinor() != then.getTipMinor()) {
      changes.setTipMinor(now.getTipMinor() - then.getTipMinor());
    }
    return changes.build();
  }
}
