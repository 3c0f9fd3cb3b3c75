package dev.tributary.local.importing;

import dev.tributary.attribution.v1.ConversionResult;
import dev.tributary.attribution.v1.Touch;
import dev.tributary.local.client.WritePositions;
import dev.tributary.type.v1.ErrorReason;
import dev.tributary.type.v1.Verdict;
import java.util.ArrayList;
import java.util.List;

/**
 * Sends orders to attribution, visits before them. An order that is recorded otherwise, or of which
 * money went back, is compared with what is recorded, and the difference sent.
 */
final class OrderSink implements RowSink {
  private final OrderRows rows;
  private final Calls calls;
  private final OrderAftermath aftermath;
  private final WritePositions positions;
  private final Lane<Touch, Verdict> touches;
  private final List<Entry> entries = new ArrayList<>();
  private final OrderSummary summary = new OrderSummary();

  OrderSink(OrderRows rows, Calls calls, WritePositions positions) {
    this.rows = rows;
    this.calls = calls;
    this.positions = positions;
    this.touches = new Lane<>(calls.touches(), (touch, verdict) -> summary.addVisit());
    this.aftermath = new OrderAftermath(calls, positions, rows.fileTime(), summary);
  }

  /**
   * A row.
   *
   * @param line where it starts
   */
  private record Entry(long line, ShopOrder order) {}

  @Override
  public void add(CsvRow row) throws RowRejected {
    ShopOrder order = rows.parse(row);
    entries.add(new Entry(row.lineNumber(), order));
    order.visits().forEach(visit -> touches.add(row.lineNumber(), visit));
  }

  @Override
  public List<Outcome> flush() {
    if (entries.isEmpty()) {
      return List.of();
    }
    RowVerdicts visits = new RowVerdicts();
    touches.send(visits, positions);
    List<Outcome> outcomes = new ArrayList<>();
    for (Entry entry : entries) {
      if (visits.refused(entry.line())) {
        summary.addRefusedVisit();
      }
    }
    BatchCall.Answer<ConversionResult> answer =
        calls
            .conversions()
            .send(entries.stream().map(entry -> entry.order().conversion()).toList());
    positions.keep(answer.position());
    for (int i = 0; i < entries.size(); i++) {
      Verdict verdict = judge(entries.get(i).order(), answer.results().get(i));
      outcomes.add(new Outcome(entries.get(i).line(), verdict));
    }
    drop();
    return outcomes;
  }

  @Override
  public List<Outcome> finish() {
    return flush();
  }

  @Override
  public boolean holdsRows() {
    return false;
  }

  @Override
  public void drop() {
    entries.clear();
    touches.clear();
  }

  @Override
  public List<String> summary() {
    return summary.lines();
  }

  private Verdict judge(ShopOrder order, ConversionResult result) {
    Verdict verdict = result.getVerdict();
    boolean isOtherwise = verdict.getRejection().getReason() == ErrorReason.ERROR_REASON_ID_REUSED;
    if (verdict.hasRejection() && !isOtherwise) {
      return verdict;
    }
    Verdict after =
        isOtherwise || order.hasAftermath() ? aftermath.settle(order, verdict) : verdict;
    if (!after.hasRejection()) {
      summary.add(order.conversion(), result);
    }
    return after;
  }
}
