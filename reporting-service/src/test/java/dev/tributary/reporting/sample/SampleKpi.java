package dev.tributary.reporting.sample;

import dev.tributary.metrics.v1.FunnelStage;
import dev.tributary.metrics.v1.KpiAggregation;
import dev.tributary.metrics.v1.KpiDefinition;
import dev.tributary.metrics.v1.KpiUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** KPIs of the sample, worded as the metrics service words them. */
enum SampleKpi {
  POSTS("Posts", "Σ posts", KpiUnit.KPI_UNIT_COUNT),
  IMPRESSIONS("Impressions", "Σ impressions", KpiUnit.KPI_UNIT_COUNT),
  VIDEO_VIEWS("Video views", "Σ video_views", KpiUnit.KPI_UNIT_COUNT),
  REACH("Reach (unique people)", "max reach ≤ unique people ≤ Σ reach", KpiUnit.KPI_UNIT_COUNT),
  FOLLOWER_GROWTH("Brand follower growth", "Σ follower_growth", KpiUnit.KPI_UNIT_COUNT),
  ENGAGEMENTS("Engagements", "Σ engagements", KpiUnit.KPI_UNIT_COUNT),
  LIKES("Likes", "Σ likes", KpiUnit.KPI_UNIT_COUNT),
  COMMENTS("Comments", "Σ comments", KpiUnit.KPI_UNIT_COUNT),
  SHARES("Shares", "Σ shares", KpiUnit.KPI_UNIT_COUNT),
  SAVES("Saves", "Σ saves", KpiUnit.KPI_UNIT_COUNT),
  ER_IMPRESSIONS(
      "Engagement rate by impressions", "engagements / impressions", KpiUnit.KPI_UNIT_PERCENT),
  ER_REACH("Engagement rate by duplicated reach", "engagements / reach", KpiUnit.KPI_UNIT_PERCENT),
  CPM("Cost per thousand impressions", "cost / impressions × 1,000", KpiUnit.KPI_UNIT_UNIT_MONEY),
  CPE("Cost per engagement", "cost / engagements", KpiUnit.KPI_UNIT_UNIT_MONEY),
  CLICKS("Clicks", "Σ clicks", KpiUnit.KPI_UNIT_COUNT),
  CTR("Click-through rate by impressions", "clicks / impressions", KpiUnit.KPI_UNIT_PERCENT),
  CPC("Cost per click", "cost / clicks", KpiUnit.KPI_UNIT_UNIT_MONEY),
  CONVERSIONS("Conversions", "Σ conversions", KpiUnit.KPI_UNIT_COUNT),
  CVR_CLICK("Conversion rate by clicks", "link_conversions / clicks", KpiUnit.KPI_UNIT_PERCENT),
  REVENUE("Revenue (net sales)", "Σ revenue", KpiUnit.KPI_UNIT_MONEY),
  AOV("Average order value", "revenue / orders", KpiUnit.KPI_UNIT_UNIT_MONEY),
  COST("Cost", "Σ cost", KpiUnit.KPI_UNIT_MONEY),
  CPA("Cost per conversion", "cost / conversions", KpiUnit.KPI_UNIT_UNIT_MONEY),
  ROAS("Return on ad spend", "revenue / cost", KpiUnit.KPI_UNIT_MULTIPLE),
  ROI("Return on investment (net)", "(revenue − cost) / cost", KpiUnit.KPI_UNIT_PERCENT);

  private final String displayName;
  private final String formula;
  private final KpiUnit unit;

  SampleKpi(String displayName, String formula, KpiUnit unit) {
    this.displayName = displayName;
    this.formula = formula;
    this.unit = unit;
  }

  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  KpiAggregation aggregation() {
    if (this == REACH) {
      return KpiAggregation.KPI_AGGREGATION_BOUNDS;
    }
    return formula.startsWith("Σ")
        ? KpiAggregation.KPI_AGGREGATION_SUM
        : KpiAggregation.KPI_AGGREGATION_RECOMPUTE;
  }

  KpiDefinition definition() {
    return KpiDefinition.newBuilder()
        .setKpiId(id())
        .setDisplayName(displayName)
        .setFormula(formula)
        .setUnit(unit)
        .setAggregation(aggregation())
        .setStage(FunnelStage.FUNNEL_STAGE_TOFU)
        .setDescription(displayName + ", as the KPI catalogue describes it.")
        .setSource("ANA Influencer Marketing Measurement Guidelines, 2022")
        .setLowerIsBetter(name().startsWith("CP") || this == COST)
        .build();
  }

  static List<KpiDefinition> definitions() {
    return Arrays.stream(values()).map(SampleKpi::definition).toList();
  }

  static SampleKpi of(String id) {
    return valueOf(id.toUpperCase(Locale.ROOT));
  }
}
