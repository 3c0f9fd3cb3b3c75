package dev.tributary.local.command;

import dev.tributary.local.client.ConnectOptions;
import dev.tributary.local.client.Peers;
import dev.tributary.local.output.Format;
import dev.tributary.local.output.Grid;
import dev.tributary.local.output.Grid.Cell;
import dev.tributary.local.output.KpiCells;
import dev.tributary.metrics.v1.Dimension;
import dev.tributary.metrics.v1.GroupKey;
import dev.tributary.metrics.v1.KpiRow;
import dev.tributary.metrics.v1.QueryKpisRequest;
import dev.tributary.metrics.v1.QueryKpisResponse;
import dev.tributary.runtime.api.ProtoTimes;
import dev.tributary.type.v1.TimeRange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Asks for KPIs. */
@Command(
    name = "kpis",
    description = "Computes KPIs, by group and in total.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  tributary kpis --campaign spring-glow --by creator --order revenue revenue roas cpa",
      "  tributary kpis --platform facebook impressions engagements er_impressions",
      "  tributary kpis --campaign spring-glow --format csv revenue > revenue.csv",
    })
public final class KpisCommand implements Callable<Integer> {
  private static final List<String> KPIS_DEFAULT =
      List.of(
          "impressions",
          "engagements",
          "er_impressions",
          "clicks",
          "conversions",
          "revenue",
          "cost",
          "roas");

  @Mixin private ConnectOptions connect = new ConnectOptions();

  @Mixin private FilterOptions filter = new FilterOptions();

  @Option(
      names = "--by",
      split = ",",
      paramLabel = "DIMENSION",
      description =
          "Rows by campaign, creator, collaboration, platform, format, tier or post; up to three.")
  private List<String> dimensions = List.of();

  @Option(
      names = "--order",
      paramLabel = "KPI",
      description = "KPI that orders rows, largest first.")
  private String order = "";

  @Option(
      names = "--from",
      paramLabel = "TIME",
      description = "Growth from this instant, such as 2026-05-01T00:00:00Z; wants --to.")
  private @Nullable Instant from;

  @Option(names = "--to", paramLabel = "TIME", description = "Growth up to this instant.")
  private @Nullable Instant to;

  @Option(names = "--currency", paramLabel = "CODE", description = "Convert money into it.")
  private String currency = "";

  @Option(
      names = "--rows",
      paramLabel = "N",
      description = "Rows at most, up to 1000 (default: ${DEFAULT-VALUE}).")
  private int rows = 100;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "table, json or csv (default: table).")
  private Format format = Format.TABLE;

  @Parameters(paramLabel = "KPI", description = "KPI ids; the usual ones when none is named.")
  private List<String> kpis = KPIS_DEFAULT;

  @Override
  public Integer call() {
    try (Peers peers = connect.open()) {
      QueryKpisResponse answer = peers.kpis().queryKpis(request());
      grid(answer, KpiCells.of(peers)).print(format, answer, System.out);
      return 0;
    }
  }

  private QueryKpisRequest request() {
    QueryKpisRequest.Builder request =
        QueryKpisRequest.newBuilder()
            .addAllKpiIds(kpis)
            .setFilter(filter.toProto())
            .addAllGroupBy(dimensions.stream().map(Names::dimension).toList())
            .setOrderByKpiId(order)
            .setCurrencyCode(currency)
            .setPageSize(rows);
    Instant start = from;
    Instant end = to;
    if (start != null || end != null) {
      TimeRange.Builder range = TimeRange.newBuilder();
      if (start != null) {
        range.setStartTime(ProtoTimes.toProto(start));
      }
      if (end != null) {
        range.setEndTime(ProtoTimes.toProto(end));
      }
      request.setTimeRange(range);
    }
    return request.build();
  }

  private Grid grid(QueryKpisResponse answer, KpiCells cells) {
    List<Dimension> groups = dimensions.stream().map(Names::dimension).toList();
    List<String> headings = new ArrayList<>(dimensions.isEmpty() ? List.of("") : dimensions);
    headings.addAll(kpis);
    Grid grid = new Grid(headings);
    answer.getRowsList().forEach(row -> grid.add(row(keys(row.getKey(), groups), row, cells)));
    List<String> total = new ArrayList<>(List.of("total"));
    groups.stream().skip(1).forEach(dimension -> total.add(""));
    grid.add(row(total, answer.getTotal(), cells));
    return grid;
  }

  private static List<Cell> row(List<String> keys, KpiRow row, KpiCells cells) {
    List<Cell> all = new ArrayList<>(keys.stream().map(Cell::text).toList());
    row.getValuesList().forEach(value -> all.add(cells.cell(value)));
    return all;
  }

  private static List<String> keys(GroupKey key, List<Dimension> dimensions) {
    return dimensions.isEmpty()
        ? List.of("all")
        : dimensions.stream().map(dimension -> Names.key(key, dimension)).toList();
  }
}
