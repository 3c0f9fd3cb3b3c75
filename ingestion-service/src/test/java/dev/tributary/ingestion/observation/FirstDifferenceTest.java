package dev.tributary.ingestion.observation;

import static dev.tributary.ingestion.testing.CatalogSamples.time;
import static dev.tributary.ingestion.testing.ObservationSamples.cost;
import static dev.tributary.ingestion.testing.ObservationSamples.count;
import static dev.tributary.ingestion.testing.ObservationSamples.postCounters;
import static dev.tributary.ingestion.testing.ObservationSamples.trafficOfCampaign;
import static dev.tributary.ingestion.testing.ObservationSamples.unavailable;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.ingestion.v1.Observation;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class FirstDifferenceTest {
  @Test
  void equal_contents_have_none() {
    Observation observation = postCounters("o-1", "post-1").build();
    assertThat(FirstDifference.between(observation, observation)).isEmpty();
  }

  @Test
  void a_field_is_named_by_its_path() {
    assertThat(differenceOf(cost("o-1", "cost-1"), o -> o.getSourceBuilder().setSystem("x")))
        .isEqualTo("source.system");
    assertThat(
            differenceOf(
                cost("o-1", "cost-1"), o -> o.getCostBuilder().getAmountBuilder().setMinorUnits(1)))
        .isEqualTo("cost.amount.minor_units");
  }

  @Test
  void a_time_is_one_value() {
    assertThat(
            differenceOf(
                cost("o-1", "cost-1"), o -> o.setObservedTime(time("2026-03-12T06:00:00.5Z"))))
        .isEqualTo("observed_time");
  }

  @Test
  void the_first_of_several_is_named() {
    assertThat(
            differenceOf(
                cost("o-1", "cost-1"),
                o -> {
                  o.getCostBuilder().setPostId("post-2");
                  o.getSourceBuilder().setSystem("x");
                }))
        .isEqualTo("source.system");
  }

  @Test
  void an_element_is_named_by_its_place() {
    assertThat(
            differenceOf(
                postCounters("o-1", "post-1"),
                o -> o.getPostCountersBuilder().setCounters(1, count("likes", 51))))
        .isEqualTo("post_counters.counters[1].count");
    assertThat(
            differenceOf(
                postCounters("o-1", "post-1"),
                o -> o.getPostCountersBuilder().setCounters(1, unavailable("likes"))))
        .isEqualTo("post_counters.counters[1].count");
    assertThat(
            differenceOf(
                postCounters("o-1", "post-1"), o -> o.getPostCountersBuilder().removeCounters(2)))
        .isEqualTo("post_counters.counters");
  }

  @Test
  void zero_differs_from_absent() {
    Observation.Builder zero = trafficOfCampaign("o-1", "spring");
    zero.getWebTrafficBuilder().setUsers(0);
    assertThat(differenceOf(zero, o -> o.getWebTrafficBuilder().clearUsers()))
        .isEqualTo("web_traffic.users");
  }

  @Test
  void a_part_that_only_one_has_is_named_as_a_whole() {
    assertThat(differenceOf(cost("o-1", "cost-1"), Observation.Builder::clearSource))
        .isEqualTo("source");
  }

  private static String differenceOf(
      Observation.Builder stored, Consumer<Observation.Builder> change) {
    Observation.Builder sent = stored.build().toBuilder();
    change.accept(sent);
    return FirstDifference.between(stored.build(), sent.build()).orElseThrow();
  }
}
