package dev.tributary.reporting.peer;

import dev.tributary.metrics.v1.KpiRow;
import dev.tributary.type.v1.AsOf;
import java.util.List;
import java.util.Optional;

/**
 * One answer of the KPI engine; every table of a report is made of it.
 *
 * @param kpiIds the KPIs, in the order of each row's values
 * @param rows one per creator and platform
 * @param total the same KPIs over all rows; absent when the rows are of several moments and must be
 *     added up by the reader
 * @param revenueBase which part of an order revenue is, for example "NET_SALES"
 * @param currencyCode ISO 4217 currency of money; empty when it is given by currency
 * @param asOf how far each feed was followed
 */
public record KpiAnswer(
    List<String> kpiIds,
    List<KpiRow> rows,
    Optional<KpiRow> total,
    String revenueBase,
    String currencyCode,
    List<AsOf> asOf) {

  /** Keeps its own copies. */
  public KpiAnswer {
    kpiIds = List.copyOf(kpiIds);
    rows = List.copyOf(rows);
    asOf = List.copyOf(asOf);
  }
}
