package dev.tributary.local.refund;

import dev.tributary.attribution.v1.ConversionRecord;
import dev.tributary.attribution.v1.Credit;
import dev.tributary.attribution.v1.Owner;
import dev.tributary.attribution.v1.Posting;
import dev.tributary.attribution.v1.Refund;
import dev.tributary.attribution.v1.RefundResult;
import dev.tributary.local.client.RefusedException;
import dev.tributary.local.output.Format;
import dev.tributary.local.output.Grid;
import dev.tributary.local.output.Grid.Cell;
import dev.tributary.runtime.money.Currencies;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What became of a refund, for people.
 *
 * @param refund as sent
 * @param result the answer to it
 * @param order as it is now; empty while it has not arrived
 */
record RefundTables(Refund refund, RefundResult result, Optional<ConversionRecord> order) {
  void print(Format format, PrintStream out) {
    if (format == Format.TABLE) {
      out.println(head());
    }
    ConversionRecord known = order.orElse(ConversionRecord.getDefaultInstance());
    if (order.isPresent() || format != Format.TABLE) {
      creators(known).print(format, known, out);
    }
  }

  private String head() {
    return "refund %s of order %s: %s, %s"
        .formatted(
            refund.getRefundId(),
            refund.getOrderId(),
            RefusedException.word(result.getVerdict()),
            state());
  }

  private String state() {
    String applied = money(result.getAppliedMinor());
    return switch (result.getState()) {
      case REFUND_STATE_HELD -> "held until its order arrives";
      case REFUND_STATE_HELD_EXCESS ->
          "applied %s, held %s that exceeds what was left"
              .formatted(applied, money(result.getExcessMinor()));
      case REFUND_STATE_REVERSED -> "a chargeback that was reversed since";
      case REFUND_STATE_APPLIED, REFUND_STATE_UNSPECIFIED, UNRECOGNIZED -> "applied " + applied;
    };
  }

  /** One row for each who has or had credit: what this refund moved, and what is left. */
  private Grid creators(ConversionRecord record) {
    Map<String, Long> moved = new LinkedHashMap<>();
    Map<String, Long> left = new LinkedHashMap<>();
    for (Posting posting : record.getPostingsList()) {
      if (isOfThis(posting)) {
        String who = name(posting.hasOwner(), posting.getOwner());
        moved.merge(who, posting.getAmountMinor(), Long::sum);
      }
    }
    for (Credit credit : record.getAttribution().getCreditsList()) {
      String who = name(credit.hasOwner(), credit.getOwner());
      moved.putIfAbsent(who, 0L);
      left.merge(who, credit.getNetMinor(), Long::sum);
    }
    Grid grid = new Grid(List.of("creator", "moved", "left", "currency"));
    moved.forEach(
        (who, minor) ->
            grid.add(
                List.of(
                    Cell.text(who),
                    Cell.text(amount(minor)),
                    Cell.text(amount(left.getOrDefault(who, 0L))),
                    Cell.text(refund.getCurrencyCode()))));
    return grid;
  }

  /** A reversal moves under the id of its chargeback, at its own time. */
  private boolean isOfThis(Posting posting) {
    return refund.getReversedRefundId().isEmpty()
        ? posting.getRefundId().equals(refund.getRefundId())
        : posting.getRefundId().equals(refund.getReversedRefundId())
            && posting.getEffectiveTime().equals(refund.getRefundTime());
  }

  private static String name(boolean hasOwner, Owner owner) {
    return hasOwner ? owner.getCreatorId() : "(unattributed)";
  }

  private String money(long minor) {
    return amount(minor) + " " + refund.getCurrencyCode();
  }

  private String amount(long minor) {
    return Currencies.format(refund.getCurrencyCode(), minor);
  }
}
