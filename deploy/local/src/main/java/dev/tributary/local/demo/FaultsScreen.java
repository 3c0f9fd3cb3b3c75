package dev.tributary.local.demo;

import dev.tributary.local.client.Peers;
import dev.tributary.metrics.v1.DataFault;
import dev.tributary.metrics.v1.DataFaultKind;
import dev.tributary.metrics.v1.ExplainKpiRequest;
import dev.tributary.metrics.v1.ExplainKpiResponse;
import dev.tributary.metrics.v1.KpiFilter;
import dev.tributary.metrics.v1.ListDataFaultsRequest;
import dev.tributary.metrics.v1.MissingUnit;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What is not known, and what is odd in the data, each with its number. */
final class FaultsScreen {
  private static final List<String> ASKED = List.of("cost", "reach", "engagements");
  private static final int PAGE_SIZE = 1_000;

  private final Peers peers;
  private final List<String> atLeast;

  FaultsScreen(Peers peers, List<String> atLeast) {
    this.peers = peers;
    this.atLeast = atLeast;
  }

  void print(List<String> campaignIds, PrintStream out) {
    KpiFilter filter = KpiFilter.newBuilder().addAllCampaignIds(campaignIds).build();
    out.printf("%nWHAT IS NOT KNOWN, AND SAYS SO%n");
    ASKED.forEach(kpi -> printGap(kpi, filter, out));
    out.printf("%nODD IN THE DATA (nothing is corrected silently)%n");
    Map<DataFaultKind, List<DataFault>> faults =
        peers
            .kpis()
            .listDataFaults(
                ListDataFaultsRequest.newBuilder()
                    .setFilter(filter)
                    .setPageSize(PAGE_SIZE)
                    .addAllAtLeast(atLeast)
                    .build())
            .getFaultsList()
            .stream()
            .collect(Collectors.groupingBy(DataFault::getKind, TreeMap::new, Collectors.toList()));
    faults.forEach(
        (kind, found) ->
            out.printf(
                "  %-26s %4d   for example: %s%n",
                kind.name().substring("DATA_FAULT_KIND_".length()),
                found.size(),
                found.get(0).getMessage()));
  }

  private void printGap(String kpi, KpiFilter filter, PrintStream out) {
    ExplainKpiResponse explained =
        peers
            .kpis()
            .explainKpi(
                ExplainKpiRequest.newBuilder()
                    .setKpiId(kpi)
                    .setFilter(filter)
                    .setCurrencyCode("EUR")
                    .addAllAtLeast(atLeast)
                    .build());
    var coverage = explained.getValue().getValue().getCoverage();
    out.printf(
        "  %s known for %,d of %,d %s%n",
        explained.getDefinition().getDisplayName(),
        coverage.getKnown(),
        coverage.getTotal(),
        coverage.getUnit());
    Map<String, Long> reasons =
        explained.getMissingList().stream()
            .map(MissingUnit::getReason)
            .collect(
                Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
    reasons.forEach((reason, count) -> out.printf("    %3d × %s%n", count, reason));
  }
}
