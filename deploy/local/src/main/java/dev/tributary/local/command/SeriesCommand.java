package dev.tributary.local.command;

import dev.tributary.local.client.ConnectOptions;
import dev.tributary.local.client.Peers;
import dev.tributary.local.output.Format;
import dev.tributary.local.output.Grid;
import dev.tributary.local.output.Grid.Cell;
import dev.tributary.local.output.KpiCells;
import dev.tributary.metrics.v1.QuerySeriesRequest;
import dev.tributary.metrics.v1.QuerySeriesResponse;
import dev.tributary.metrics.v1.SeriesPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Asks for KPIs day by day. */
@Command(
    name = "series",
    description = "Computes KPIs day by day.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExample:%n",
    footer = "  tributary series --campaign spring-glow clicks conversions revenue")
public final class SeriesCommand implements Callable<Integer> {
  @Mixin private ConnectOptions connect = new ConnectOptions();

  @Mixin private FilterOptions filter = new FilterOptions();

  @Option(
      names = "--from",
      paramLabel = "DAY",
      description = "First day, such as 2026-05-01 (default: the campaign's).")
  private String from = "";

  @Option(names = "--to", paramLabel = "DAY", description = "Last day (default: the campaign's).")
  private String to = "";

  @Option(
      names = "--time-zone",
      paramLabel = "ZONE",
      description = "IANA zone that cuts the days (default: the campaign's).")
  private String timeZone = "";

  @Option(names = "--currency", paramLabel = "CODE", description = "Convert money into it.")
  private String currency = "";

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "table, json or csv (default: table).")
  private Format format = Format.TABLE;

  @Parameters(arity = "1..*", paramLabel = "KPI", description = "KPI ids.")
  private List<String> kpis = List.of();

  @Override
  public Integer call() {
    try (Peers peers = connect.open()) {
      QuerySeriesResponse answer =
          peers
              .kpis()
              .querySeries(
                  QuerySeriesRequest.newBuilder()
                      .addAllKpiIds(kpis)
                      .setFilter(filter.toProto())
                      .setStartDate(from)
                      .setEndDate(to)
                      .setTimeZone(timeZone)
                      .setCurrencyCode(currency)
                      .build());
      grid(answer, KpiCells.of(peers)).print(format, answer, System.out);
      return 0;
    }
  }

  private Grid grid(QuerySeriesResponse answer, KpiCells cells) {
    List<String> headings = new ArrayList<>(List.of("day"));
    headings.addAll(kpis);
    Grid grid = new Grid(headings);
    for (SeriesPoint point : answer.getPointsList()) {
      List<Cell> row = new ArrayList<>(List.of(Cell.text(point.getDate())));
      point.getValuesList().forEach(value -> row.add(cells.cell(value)));
      grid.add(row);
    }
    return grid;
  }
}
