package dev.tributary.attribution.conversion;

import dev.tributary.attribution.credit.Components;
import dev.tributary.attribution.credit.RefundClaim;
import dev.tributary.attribution.credit.RevenueBase;
import dev.tributary.runtime.api.Rejected;
import dev.tributary.type.v1.ErrorReason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where an order stands after all that happened to it. A pure function of the conversion and its
 * changes in received order, whether they came before it or after; a change that does not fit
 * leaves it as it is.
 *
 * @param conversion as recorded
 * @param base which part of it is credited
 * @param components what it is made of now
 * @param claims what refunds want back, in received order
 * @param applied the changes that fitted, in the order in which they took effect
 * @param waiting reversals that came before their chargeback, in received order
 */
public record Standing(
    Conversion conversion,
    RevenueBase base,
    Components components,
    List<RefundClaim> claims,
    List<Change> applied,
    List<Refund> waiting) {
  /** Keeps its own copies. */
  public Standing {
    claims = List.copyOf(claims);
    applied = List.copyOf(applied);
    waiting = List.copyOf(waiting);
  }

  /** Before anything happened. */
  static Standing of(Conversion conversion, RevenueBase base) {
    return new Standing(conversion, base, conversion.components(), List.of(), List.of(), List.of());
  }

  /** After a change if it fits, with what waited for it, else the same. */
  Standing after(Change change) {
    Standing after = change.misfit(this).isPresent() ? this : change.after(this);
    for (Optional<Refund> next = after.due(); next.isPresent(); next = after.due()) {
      after = next.get().after(after);
    }
    return after;
  }

  /** The first reversal that waited and whose chargeback is there now. */
  Optional<Refund> due() {
    return waiting.stream().filter(reversal -> isChargeback(reversal.reversedId())).findFirst();
  }

  /** What is credited before refunds, in minor units. */
  public long baseMinor() {
    return baseOf(components);
  }

  /** When each refund that fitted was made, by its id. */
  Map<String, Instant> refundTimes() {
    return refunds().collect(Collectors.toMap(Change::id, Change::time));
  }

  /** The part of some components that counts, by the order's own tax mode. */
  long baseOf(Components parts) {
    return base.of(parts, conversion.taxMode());
  }

  /** Why an amount in a currency cannot belong to the order; empty when it can. */
  Optional<Rejected> otherCurrency(String currency) {
    return currency.equals(conversion.currency())
        ? Optional.empty()
        : Optional.of(
            new Rejected(
                ErrorReason.ERROR_REASON_CURRENCY_MISMATCH,
                "currency_code",
                "\"%s\" (expected: the order's, \"%s\")"
                    .formatted(currency, conversion.currency())));
  }

  Standing amended(Amendment amendment) {
    return new Standing(
        conversion,
        base,
        components.changedBy(amendment.changes()),
        claims,
        and(amendment),
        waiting);
  }

  /** Whether a refund of this id is a chargeback. */
  boolean isChargeback(String refundId) {
    return refunds()
        .anyMatch(refund -> refund.id().equals(refundId) && refund.kind() == RefundKind.CHARGEBACK);
  }

  /** Whether a refund of this id took effect, of whatever kind. */
  boolean isThere(String refundId) {
    return refunds().anyMatch(refund -> refund.id().equals(refundId));
  }

  /** Whether a reversal waits for this chargeback. */
  boolean isAwaited(String refundId) {
    return waiting.stream().anyMatch(reversal -> reversal.reversedId().equals(refundId));
  }

  /** With a reversal whose chargeback has not come. */
  Standing waitingFor(Refund reversal) {
    List<Refund> all = new ArrayList<>(waiting);
    all.add(reversal);
    return new Standing(conversion, base, components, claims, applied, all);
  }

  /** Whether a chargeback was reversed. */
  boolean isReversed(String refundId) {
    return !refundId.isEmpty() && refunds().anyMatch(each -> each.reversedId().equals(refundId));
  }

  private Stream<Refund> refunds() {
    return applied.stream().filter(Refund.class::isInstance).map(Refund.class::cast);
  }

  /** The chargeback wants nothing back any more; it keeps its place among the claims. */
  Standing reversed(Refund reversal) {
    List<RefundClaim> all =
        claims.stream()
            .map(
                claim ->
                    claim.refundId().equals(reversal.reversedId())
                        ? RefundClaim.part(claim.refundId(), 0)
                        : claim)
            .toList();
    List<Refund> others = waiting.stream().filter(each -> !each.isSameAs(reversal)).toList();
    return new Standing(conversion, base, components, all, and(reversal), others);
  }

  Standing refunded(Refund refund, RefundClaim claim) {
    List<RefundClaim> all = new ArrayList<>(claims);
    all.add(claim);
    return new Standing(conversion, base, components, all, and(refund), waiting);
  }

  private List<Change> and(Change change) {
    List<Change> all = new ArrayList<>(applied);
    all.add(change);
    return all;
  }
}
