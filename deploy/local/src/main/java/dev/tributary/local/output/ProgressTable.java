package dev.tributary.local.output;

import dev.tributary.metrics.v1.CampaignProgress;
import dev.tributary.metrics.v1.KpiProgress;
import dev.tributary.metrics.v1.KpiValue;
import dev.tributary.type.v1.MeasuredValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** A campaign as it stands, as lines: a heading, and a row for each KPI. */
public final class ProgressTable {
  private static final String NONE = "";

  /** A millionth is 0.0001 percent. */
  private static final int PERCENT_SCALE = 4;

  private final KpiCells cells;
  private final boolean isCompared;

  /**
   * Tables of one campaign.
   *
   * @param isCompared whether there is an earlier campaign to compare with
   */
  public ProgressTable(KpiCells cells, boolean isCompared) {
    this.cells = cells;
    this.isCompared = isCompared;
  }

  /** The lines. */
  public List<String> lines(CampaignProgress progress) {
    List<String> headings = new ArrayList<>(List.of("KPI", "so far", "target", "of target"));
    if (isCompared) {
      headings.addAll(List.of("earlier", "pace"));
    }
    TextTable table = new TextTable(headings);
    progress.getKpisList().forEach(kpi -> table.add(row(kpi)));
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s  ·  day %d of %d"
            .formatted(progress.getCampaignId(), progress.getDay(), progress.getDays()));
    lines.addAll(table.lines(""));
    return lines;
  }

  private List<String> row(KpiProgress kpi) {
    List<String> row = new ArrayList<>(List.of(kpi.getKpiId(), shown(kpi, kpi.getValue())));
    row.add(kpi.hasTarget() ? shown(kpi, kpi.getTarget()) : NONE);
    row.add(kpi.hasAttainmentMillionths() ? percent(kpi.getAttainmentMillionths()) : NONE);
    if (isCompared) {
      row.add(kpi.hasEarlier() ? shown(kpi, kpi.getEarlier()) : NONE);
      row.add(kpi.hasPaceMillionths() ? percent(kpi.getPaceMillionths()) : NONE);
    }
    return row;
  }

  private String shown(KpiProgress kpi, MeasuredValue value) {
    return cells
        .cell(KpiValue.newBuilder().setKpiId(kpi.getKpiId()).setValue(value).build())
        .shown();
  }

  private static String percent(long millionths) {
    return BigDecimal.valueOf(millionths, PERCENT_SCALE).setScale(1, RoundingMode.HALF_EVEN) + " %";
  }
}
