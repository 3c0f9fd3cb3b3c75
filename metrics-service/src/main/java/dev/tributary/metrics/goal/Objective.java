package dev.tributary.metrics.goal;

import java.util.List;

/**
 * What a campaign is for, with the KPIs that it leads with; kpis.md §2 has the choice. The numbers
 * are those of {@code tributary.type.v1.Objective}, in the order of the constants.
 */
public enum Objective {
  /** To be seen by many. */
  AWARENESS(
      "impressions",
      "reach",
      "video_views",
      "engagements",
      "er_impressions",
      "cpm",
      "follower_growth"),
  /** To sell. */
  SALES("conversions", "revenue", "roas", "roi", "cpa", "clicks", "ctr", "cvr_click", "aov"),
  /** To obtain content that can be used again. */
  CONTENT(
      "posts",
      "engagements",
      "er_impressions",
      "er_reach",
      "er_followers",
      "likes",
      "comments",
      "shares",
      "saves",
      "cpe");

  private final List<String> kpiIds;

  Objective(String... kpiIds) {
    this.kpiIds = List.of(kpiIds);
  }

  /** The objective of a number; one that this version does not know is taken for awareness. */
  public static Objective of(int number) {
    return number >= 1 && number <= values().length ? values()[number - 1] : AWARENESS;
  }

  /** KPIs that it leads with, in order. */
  public List<String> kpiIds() {
    return kpiIds;
  }
}
