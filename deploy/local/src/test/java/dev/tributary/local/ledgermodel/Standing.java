package dev.tributary.local.ledgermodel;

import dev.tributary.attribution.v1.Amendment;
import dev.tributary.attribution.v1.Conversion;
import dev.tributary.attribution.v1.Refund;
import dev.tributary.attribution.v1.RefundKind;
import dev.tributary.attribution.v1.RefundState;
import dev.tributary.attribution.v1.TaxMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an order that has arrived is made of by now, and what was given back of it. */
final class Standing {
  private final Conversion order;

  /** Reversals of chargebacks that have not come. */
  private final List<Refund> waiting = new ArrayList<>();

  final List<Claim> claims = new ArrayList<>();
  final List<Amendment> amendments = new ArrayList<>();
  Parts parts;

  Standing(Conversion order) {
    this.order = order;
    this.parts = Parts.of(order.getComponents());
  }

  void amend(Amendment amendment) {
    parts = parts.plus(Parts.of(amendment.getChanges()));
    amendments.add(amendment);
  }

  /** Whether a refund has to wait: a reversal comes into effect with its chargeback. */
  boolean waits(Refund refund) {
    boolean waits = isReversal(refund) && claimOf(refund.getReversedRefundId()).isEmpty();
    if (waits) {
      waiting.add(refund);
    }
    return waits;
  }

  /** Takes a refund that need not wait; answers what has waited for it. */
  List<Refund> take(Refund refund) {
    claims.replaceAll(
        claim ->
            claim.refund().getRefundId().equals(refund.getReversedRefundId())
                ? new Claim(claim.refund(), claim.wantedMinor(), true)
                : claim);
    claims.add(new Claim(refund, Parts.of(refund.getComponents()).base(taxMode()), false));
    if (refund.getKind() != RefundKind.REFUND_KIND_CHARGEBACK) {
      return List.of();
    }
    List<Refund> due =
        waiting.stream()
            .filter(reversal -> reversal.getReversedRefundId().equals(refund.getRefundId()))
            .toList();
    waiting.removeAll(due);
    return due;
  }

  boolean isCancelled() {
    return claims.stream().anyMatch(Claim::isAll);
  }

  private Optional<Claim> claimOf(String refundId) {
    return claims.stream()
        .filter(claim -> claim.refund().getRefundId().equals(refundId))
        .findFirst();
  }

  private static boolean isReversal(Refund refund) {
    return refund.getKind() == RefundKind.REFUND_KIND_CHARGEBACK_REVERSAL;
  }

  /** What it names must be a chargeback, if it is there, and no other reversal may name it. */
  private boolean canBeReversed(String refundId) {
    return claimOf(refundId)
        .map(
            claim ->
                claim.refund().getKind() == RefundKind.REFUND_KIND_CHARGEBACK && !claim.reversed())
        .orElse(waiting.stream().noneMatch(other -> other.getReversedRefundId().equals(refundId)));
  }

  /** Why a change does not fit the order as it stands: reason and field. */
  Optional<String> misfit(Fact change) {
    if (change instanceof Fact.Amended amended) {
      return misfit(amended.amendment());
    }
    Refund refund = ((Fact.Refunded) change).refund();
    if (!refund.getCurrencyCode().equals(order.getCurrencyCode())) {
      return Optional.of("CURRENCY_MISMATCH currency_code");
    }
    if (isReversal(refund)) {
      return canBeReversed(refund.getReversedRefundId())
          ? Optional.empty()
          : Optional.of("OUT_OF_RANGE reversed_refund_id");
    }
    return Parts.of(refund.getComponents()).base(taxMode()) < 0
        ? Optional.of("OUT_OF_RANGE components")
        : Optional.empty();
  }

  private Optional<String> misfit(Amendment amendment) {
    if (!amendment.getCurrencyCode().equals(order.getCurrencyCode())) {
      return Optional.of("CURRENCY_MISMATCH currency_code");
    }
    Parts after = parts.plus(Parts.of(amendment.getChanges()));
    for (Map.Entry<String, Long> part : after.minor().entrySet()) {
      if (part.getValue() < 0 || part.getValue() > Parts.MAX) {
        return Optional.of("OUT_OF_RANGE changes." + part.getKey());
      }
    }
    return after.base(taxMode()) < 0 ? Optional.of("OUT_OF_RANGE changes") : Optional.empty();
  }

  long baseMinor() {
    return parts.base(taxMode());
  }

  RefundState stateOf(Refund refund, Balance balance) {
    Optional<Claim> claim = claimOf(refund.getRefundId());
    if (claim.isEmpty()) {
      return RefundState.REFUND_STATE_HELD;
    }
    if (claim.get().reversed()) {
      return RefundState.REFUND_STATE_REVERSED;
    }
    return balance.excess.get(refund.getRefundId()) > 0
        ? RefundState.REFUND_STATE_HELD_EXCESS
        : RefundState.REFUND_STATE_APPLIED;
  }

  TaxMode taxMode() {
    return order.getTaxMode();
  }
}
