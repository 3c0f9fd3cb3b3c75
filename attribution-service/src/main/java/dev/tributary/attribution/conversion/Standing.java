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
 * @param applied the changes that fitted, in received order
 */
public record Standing(
    Conversion conversion,
    RevenueBase base,
    Components components,
    List<RefundClaim> claims,
    List<Change> applied) {
  /** Keeps its own copies. */
  public Standing {
    claims = List.copyOf(claims);
    applied = List.copyOf(applied);
  }

  /** Before anything happened. */
  static Standing of(Conversion conversion, RevenueBase base) {
    return new Standing(conversion, base, conversion.components(), List.of(), List.of());
  }

  /** After a change if it fits, else the same. */
  Standing after(Change change) {
    return change.misfit(this).isPresent() ? this : change.after(this);
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
        conversion, base, components.changedBy(amendment.changes()), claims, and(amendment));
  }

  /** Whether a refund of this id is a chargeback. */
  boolean isChargeback(String refundId) {
    return refunds()
        .anyMatch(refund -> refund.id().equals(refundId) && refund.kind() == RefundKind.CHARGEBACK);
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
    return new Standing(conversion, base, components, all, and(reversal));
  }

  Standing refunded(Refund refund, RefundClaim claim) {
    List<RefundClaim> all = new ArrayList<>(claims);
    all.add(claim);
    return new Standing(conversion, base, components, all, and(refund));
  }

  private List<Change> and(Change change) {
    List<Change> all = new ArrayList<>(applied);
    all.add(change);
    return all;
  }
}
