package dev.tributary.metrics.goal;

import java.util.List;

/**
 * What a campaign is for. The numbers are those of {@code tributary.type.v1.Objective}, in the
 * order of the constants.
 */
public enum Objective {
  /** To be seen by many. */
  AWARENESS,
  /** To sell. */
  SALES,
  /** To obtain content that can be used again. */
  CONTENT;

  private static final List<String> OF_AWARENESS =
      List.of(
          "impressions",
          "reach",
          "video_views",
          "engagements",
          "er_impressions",
          "cpm",
          "follower_growth");

  private static final List<String> OF_SALES =
      List.of("conversions", "revenue", "roas", "roi", "cpa", "clicks", "ctr", "cvr_click", "aov");

  private static final List<String> OF_CONTENT =
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
          "cpe");

  /** The objective of a number; one that this version does not know is taken for awareness. */
  public static Objective of(int number) {
    return number >= 1 && number <= values().length ? values()[number - 1] : AWARENESS;
  }

  /** KPIs that it leads with, in order: those of reporting's scoreboard. */
  public List<String> kpiIds() {
    return switch (this) {
      case AWARENESS -> OF_AWARENESS;
      case SALES -> OF_SALES;
      case CONTENT -> OF_CONTENT;
    };
  }
}
