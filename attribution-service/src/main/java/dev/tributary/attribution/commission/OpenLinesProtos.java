package dev.tributary.attribution.commission;

import dev.tributary.attribution.request.Requests;
import dev.tributary.attribution.v1.CommissionState;
import dev.tributary.attribution.v1.ListOpenLinesResponse;
import dev.tributary.attribution.v1.OpenTotals;
import dev.tributary.runtime.api.Fields;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Open lines in the contract. */
final class OpenLinesProtos {
  private static final int LINES_SHOWN_MAX = 10_000;

  private OpenLinesProtos() {}

  /**
   * The message of open lines.
   *
   * @param state only lines in it; unspecified for all
   */
  static ListOpenLinesResponse toProto(List<StatedLine> lines, CommissionState state) {
    if (state != CommissionState.COMMISSION_STATE_UNSPECIFIED) {
      Requests.field(() -> Fields.known("state", state));
    }
    List<StatedLine> asked =
        lines.stream()
            .filter(
                line ->
                    state == CommissionState.COMMISSION_STATE_UNSPECIFIED
                        || StatementProtos.toProto(line.line().state()) == state)
            .toList();
    return ListOpenLinesResponse.newBuilder()
        .addAllLines(asked.stream().limit(LINES_SHOWN_MAX).map(StatementProtos::toProto).toList())
        .setLineCount(asked.size())
        .addAllTotals(totals(asked))
        .build();
  }

  private static List<OpenTotals> totals(List<StatedLine> lines) {
    SortedMap<Total, OpenTotals.Builder> sums =
        new TreeMap<>(Comparator.comparing(Total::currency).thenComparing(Total::state));
    for (StatedLine line : lines) {
      LineState state = line.line().state();
      OpenTotals.Builder sum =
          sums.computeIfAbsent(
              new Total(line.currency(), state),
              absent ->
                  OpenTotals.newBuilder()
                      .setCurrencyCode(line.currency())
                      .setState(StatementProtos.toProto(state)));
      sum.setLineCount(sum.getLineCount() + 1)
          .setAmountMinor(Math.addExact(sum.getAmountMinor(), line.line().amountMinor()));
    }
    return sums.values().stream().map(OpenTotals.Builder::build).toList();
  }

  private record Total(String currency, LineState state) {}
}
