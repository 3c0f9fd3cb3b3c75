package dev.tributary.local.importing;

import dev.tributary.attribution.v1.Components;
import dev.tributary.attribution.v1.Conversion;
import dev.tributary.attribution.v1.TaxMode;
import dev.tributary.attribution.v1.Touch;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An order as the shop has it now, with what happened to it since.
 *
 * @param conversion the order, changes of it worked in
 * @param cancelTime when it was cancelled, if it was
 * @param refunded everything given back so far, if the file tells
 * @param visits visits of the site that led to it, oldest first
 */
public record ShopOrder(
    Conversion conversion,
    Optional<Instant> cancelTime,
    Optional<Components> refunded,
    List<Touch> visits) {
  /** Keeps its own copy of the visits. */
  public ShopOrder {
    visits = List.copyOf(visits);
  }

  boolean isTaxIncluded() {
    return conversion.getTaxMode() == TaxMode.TAX_MODE_INCLUDED;
  }

  /** What the customer paid but for tips, by any means, in minor units. */
  public long paidMinor() {
    return RefundSplit.paid(conversion.getComponents(), isTaxIncluded());
  }

  /** What the customer was given back so far, in minor units. */
  public long refundedMinor() {
    return refunded.map(back -> RefundSplit.paid(back, isTaxIncluded())).orElse(0L);
  }

  /** Whether money may have gone back. */
  boolean hasAftermath() {
    return cancelTime.isPresent() || refundedMinor() > 0;
  }
}
