package dev.tributary.reporting.campaign;

import dev.tributary.type.v1.Objective;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Which KPIs a report on a campaign of one objective shows. A new objective is one entry here. One
 * table has one engagement rate, so that its numbers have one denominator.
 *
 * @param leading KPIs of the scoreboard, in order
 * @param columns KPIs of the tables by creator and by platform
 * @param main the KPI that is drawn by day and by creator, and that orders the tables
 */
public record ObjectivePreset(List<String> leading, List<String> columns, String main) {
  /** KPIs of the table of spending, whatever the objective. */
  public static final List<String> SPEND = List.of("cost", "cpm", "cpe", "cpc", "cpa");

  private static final ObjectivePreset AWARENESS =
      new ObjectivePreset(
          List.of(
              "impressions",
              "reach",
              "video_views",
              "engagements",
              "er_impressions",
              "cpm",
              "follower_growth"),
          List.of("posts", "impressions", "reach", "video_views", "engagements", "er_impressions"),
          "impressions");

  private static final ObjectivePreset SALES =
      new ObjectivePreset(
          List.of(
              "conversions", "revenue", "roas", "roi", "cpa", "clicks", "ctr", "cvr_click", "aov"),
          List.of("posts", "impressions", "clicks", "ctr", "conversions", "revenue", "roas"),
          "revenue");

  private static final ObjectivePreset CONTENT =
      new ObjectivePreset(
          List.of(
              "posts",
              "engagements",
              "er_impressions",
              "er_reach",
              "er_followers",
              "likes",
              "comments",
              "shares",
              "saves",
              "cpe"),
          List.of(
              "posts",
              "impressions",
              "engagements",
              "er_impressions",
              "likes",
              "comments",
              "shares",
              "saves"),
          "engagements");

  /** Keeps its own copies. */
  public ObjectivePreset {
    leading = List.copyOf(leading);
    columns = List.copyOf(columns);
  }

  /** The preset of an objective; one that this version does not know yet is shown as awareness. */
  public static ObjectivePreset of(Objective objective) {
    return switch (objective) {
      case OBJECTIVE_SALES -> SALES;
      case OBJECTIVE_CONTENT -> CONTENT;
      default -> AWARENESS;
    };
  }

  /** Every KPI that the report shows, each once; those of targets come last. */
  public Set<String> kpiIds(List<String> targets) {
    Set<String> ids = new LinkedHashSet<>(leading);
    ids.addAll(columns);
    ids.addAll(SPEND);
    ids.add(main);
    ids.addAll(targets);
    return ids;
  }
}
