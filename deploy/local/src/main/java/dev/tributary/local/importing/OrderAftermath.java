package dev.tributary.local.importing;

import dev.tributary.attribution.v1.Amendment;
import dev.tributary.attribution.v1.AmendmentResult;
import dev.tributary.attribution.v1.Conversion;
import dev.tributary.attribution.v1.ConversionRecord;
import dev.tributary.attribution.v1.GetConversionRequest;
import dev.tributary.attribution.v1.Refund;
import dev.tributary.attribution.v1.RefundResult;
import dev.tributary.local.client.WritePositions;
import dev.tributary.type.v1.Verdict;
import dev.tributary.type.v1.VerdictStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Sends what happened to orders since they were recorded. */
final class OrderAftermath {
  private final Calls calls;
  private final WritePositions positions;
  private final Instant fileTime;
  private final OrderSummary summary;

  /**
   * An aftermath of the orders of one file.
   *
   * @param fileTime when the file was written
   * @param summary told of each change
   */
  OrderAftermath(Calls calls, WritePositions positions, Instant fileTime, OrderSummary summary) {
    this.calls = calls;
    this.positions = positions;
    this.fileTime = fileTime;
    this.summary = summary;
  }

  /**
   * Compares an order with what is recorded of it and sends the difference.
   *
   * @param verdict on the order itself
   * @return the verdict on the row: UPDATED when something was sent, a refusal when the shop's
   *     order is another one or the difference does not fit
   */
  Verdict settle(ShopOrder order, Verdict verdict) {
    OrderChanges changes = new OrderChanges(order, recorded(order.conversion()), fileTime);
    if (verdict.hasRejection() && changes.contradiction().isPresent()) {
      return verdict;
    }
    Verdict after =
        verdict.hasRejection() ? status(VerdictStatus.VERDICT_STATUS_ALREADY_RECORDED) : verdict;
    Optional<Amendment> amendment = changes.amendment();
    if (amendment.isPresent()) {
      after = joined(after, send(amendment.get()));
    }
    Optional<Refund> refund = after.hasRejection() ? Optional.empty() : changes.refund();
    if (refund.isPresent()) {
      after = joined(after, send(refund.get()));
    }
    return after;
  }

  private ConversionRecord recorded(Conversion order) {
    return calls
        .peers()
        .conversions()
        .getConversion(
            GetConversionRequest.newBuilder()
                .setStorefrontId(order.getStorefrontId())
                .setType(order.getType())
                .setCustomType(order.getCustomType())
                .setOrderId(order.getOrderId())
                .build())
        .getConversion();
  }

  private Verdict send(Amendment amendment) {
    BatchCall.Answer<AmendmentResult> answer = calls.amendments().send(List.of(amendment));
    positions.keep(answer.position());
    Verdict verdict = answer.results().get(0).getVerdict();
    if (!verdict.hasRejection()) {
      summary.addAmendment(amendment);
    }
    return verdict;
  }

  private Verdict send(Refund refund) {
    BatchCall.Answer<RefundResult> answer = calls.refunds().send(List.of(refund));
    positions.keep(answer.position());
    RefundResult result = answer.results().get(0);
    if (!result.getVerdict().hasRejection()) {
      summary.addRefund(refund, result);
    }
    return result.getVerdict();
  }

  /** A refusal stands; a change of an order that was known makes it UPDATED. */
  private static Verdict joined(Verdict order, Verdict change) {
    if (change.hasRejection()) {
      return change;
    }
    boolean isNew = change.getStatus() == VerdictStatus.VERDICT_STATUS_RECORDED;
    boolean wasKnown = order.getStatus() == VerdictStatus.VERDICT_STATUS_ALREADY_RECORDED;
    return isNew && wasKnown ? status(VerdictStatus.VERDICT_STATUS_UPDATED) : order;
  }

  private static Verdict status(VerdictStatus status) {
    return Verdict.newBuilder().setStatus(status).build();
  }
}
