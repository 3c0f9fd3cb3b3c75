package dev.tributary.metrics.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tributary.metrics.fact.ContentFormat;
import dev.tributary.metrics.fact.Facts;
import dev.tributary.metrics.fact.FactsBuilder;
import dev.tributary.metrics.fact.Platform;
import dev.tributary.metrics.fact.PostBuilder;
import dev.tributary.metrics.fact.ReadingState;
import dev.tributary.metrics.fault.Fault;
import dev.tributary.metrics.fault.FaultKind;
import dev.tributary.metrics.fault.Faults;
import dev.tributary.metrics.measure.FactIndex;
import dev.tributary.metrics.measure.Selection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * 500 real posts of a cosmetics brand (UCI data set 368). They are no part of the project: the
 * folder that {@code TRIBUTARY_TEST_DATA} names holds them, and without it these tests are skipped.
 */
class RealPostsTest {
  private static final Map<String, String> COLUMN_BY_METRIC =
      Map.of(
          "impressions", "T_Impression",
          "reach", "T_Reach",
          "likes", "like",
          "comments", "comment",
          "shares", "share");

  private static Facts facts;

  @BeforeAll
  static void read() throws IOException {
    String folder = System.getenv("TRIBUTARY_TEST_DATA");
    if (folder == null || !Files.isDirectory(Path.of(folder))) {
      String message = "SKIPPED: TRIBUTARY_TEST_DATA names no folder of public data sets";
      System.err.println(message);
      Assumptions.abort(message);
    }
    List<String> lines =
        Files.readAllLines(Path.of(folder).resolve("posts/facebook_cosmetics_brand_500_posts.csv"));
    List<String> header = List.of(lines.get(0).split(";", -1));
    FactsBuilder builder = new FactsBuilder();
    for (int i = 1; i < lines.size(); i++) {
      List<String> cells = List.of(lines.get(i).split(";", -1));
      builder.post("post-" + i, post -> counted(post, header, cells));
    }
    facts = builder.build();
  }

  @Test
  void impressions_are_all_known() {
    Measured impressions = Asking.of(facts).total("impressions");

    assertThat(impressions.figure()).contains(new Figure.Count(14_792_974));
    assertThat(impressions.state()).isEqualTo(ValueState.VALUE);
  }

  @Test
  void engagements_lack_an_action_of_four_posts() {
    Measured engagements = Asking.of(facts).total("engagements");

    assertThat(engagements.figure()).contains(new Figure.Count(106_060));
    assertThat(engagements.state()).isEqualTo(ValueState.PARTIAL);
    assertThat(engagements.coverage()).isEqualTo(new Coverage(496, 500, "posts"));
  }

  @Test
  void the_engagement_rate_is_taken_over_the_496_complete_posts() {
    Measured rate = Asking.of(facts).total("er_impressions");

    assertThat(FigureText.of(rate.figure().orElseThrow(), KpiUnit.PERCENT)).isEqualTo("0.717 %");
    assertThat(rate.coverage()).isEqualTo(new Coverage(496, 500, "posts"));
  }

  @Test
  void four_posts_reached_more_people_than_they_were_shown_times() {
    assertThat(Faults.of(new FactIndex(facts), Selection.ALL, Set.of(), Instant.EPOCH))
        .allSatisfy(fault -> assertThat(fault.kind()).isEqualTo(FaultKind.REACH_ABOVE_IMPRESSIONS))
        .extracting(Fault::greater, Fault::smaller)
        .containsExactlyInAnyOrder(
            tuple(37_088L, 10_966L),
            tuple(39_600L, 7_927L),
            tuple(66_784L, 9_456L),
            tuple(45_920L, 5_808L));
  }

  @Test
  void reach_is_bounded_by_the_greatest_post_and_by_all_together() {
    assertThat(((Figure.Range) Asking.of(facts).figure("reach")).max()).isEqualTo(6_951_680);
  }

  /** A blank cell says that Facebook gave no number. */
  private static PostBuilder counted(PostBuilder post, List<String> header, List<String> cells) {
    PostBuilder counted = post.on(Platform.FACEBOOK, ContentFormat.IMAGE).published(null);
    COLUMN_BY_METRIC.forEach(
        (metric, column) -> {
          String cell = cells.get(header.indexOf(column));
          if (cell.isBlank()) {
            counted.lacks(metric, ReadingState.NOT_AVAILABLE);
          } else {
            counted.read(metric, Long.parseLong(cell));
          }
        });
    return counted;
  }
}
