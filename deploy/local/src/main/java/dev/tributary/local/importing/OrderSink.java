package dev.tributary.local.importing;

import dev.tributary.attribution.v1.Conversion;
import dev.tributary.attribution.v1.ConversionNote;
import dev.tributary.attribution.v1.ConversionResult;
import dev.tributary.attribution.v1.RecordConversionsRequest;
import dev.tributary.attribution.v1.RecordConversionsResponse;
import dev.tributary.local.client.Peers;
import dev.tributary.local.client.WritePositions;
import dev.tributary.type.v1.VerdictStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Sends orders to attribution, and adds up what was in the file by currency. */
final class OrderSink implements RowSink {
  private final OrderRows rows;
  private final Peers peers;
  private final WritePositions positions;
  private final List<Conversion> orders = new ArrayList<>();
  private final List<Long> lines = new ArrayList<>();
  private final Map<String, OrderSums> sums = new TreeMap<>();
  private final Map<String, Integer> unattributed = new TreeMap<>();
  private final List<String> notes = new ArrayList<>();

  OrderSink(OrderRows rows, Peers peers, WritePositions positions) {
    this.rows = rows;
    this.peers = peers;
    this.positions = positions;
  }

  @Override
  public void add(CsvRow row) throws RowRejected {
    orders.add(rows.parse(row));
    lines.add(row.lineNumber());
  }

  @Override
  public List<Outcome> flush() {
    if (orders.isEmpty()) {
      return List.of();
    }
    RecordConversionsResponse answer =
        peers
            .conversions()
            .recordConversions(
                RecordConversionsRequest.newBuilder().addAllConversions(orders).build());
    positions.keep(answer.getPosition());
    List<ConversionResult> results = answer.getResultsList();
    List<Outcome> outcomes = new ArrayList<>();
    for (int i = 0; i < results.size(); i++) {
      ConversionResult result = results.get(i);
      outcomes.add(new Outcome(lines.get(i), result.getVerdict()));
      if (result.getVerdict().getStatus() != VerdictStatus.VERDICT_STATUS_REJECTED) {
        take(orders.get(i), result);
      }
    }
    drop();
    return outcomes;
  }

  @Override
  public void drop() {
    orders.clear();
    lines.clear();
  }

  private void take(Conversion order, ConversionResult result) {
    if (!order.getTest()) {
      sums.merge(order.getCurrencyCode(), OrderSums.of(order), OrderSums::plus);
    }
    switch (result.getAttribution().getUnattributedReason()) {
      case UNATTRIBUTED_REASON_UNSPECIFIED, UNRECOGNIZED -> {}
      default ->
          unattributed.merge(
              result
                  .getAttribution()
                  .getUnattributedReason()
                  .name()
                  .substring("UNATTRIBUTED_REASON_".length()),
              1,
              Integer::sum);
    }
    for (ConversionNote note : result.getNotesList()) {
      notes.add("order " + order.getOrderId() + ": " + note.getMessage());
    }
  }

  @Override
  public List<String> summary() {
    List<String> summary = new ArrayList<>();
    sums.forEach((currency, sum) -> summary.add(sum.describe(currency)));
    unattributed.forEach(
        (reason, count) -> summary.add("%,d orders UNATTRIBUTED: %s".formatted(count, reason)));
    summary.addAll(notes);
    return summary;
  }
}
