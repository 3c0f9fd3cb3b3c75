package dev.tributary.ingestion.observation;

import static dev.tributary.ingestion.testing.ObservationSamples.accountCounters;
import static dev.tributary.ingestion.testing.ObservationSamples.cost;
import static dev.tributary.ingestion.testing.ObservationSamples.count;
import static dev.tributary.ingestion.testing.ObservationSamples.postCounters;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.ingestion.v1.Counter;
import dev.tributary.ingestion.v1.Observation;
import dev.tributary.runtime.testing.Seeds;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CounterOrderTest {
  @ParameterizedTest
  @MethodSource("dev.tributary.runtime.testing.Seeds#cases")
  void counters_in_any_order_have_one_order_by_metric(long seed) {
    Observation sent = postCounters("o-1", "post-1").build();
    assertThat(CounterOrder.byMetric(shuffled(sent, seed))).isEqualTo(CounterOrder.byMetric(sent));
  }

  @ParameterizedTest
  @MethodSource("dev.tributary.runtime.testing.Seeds#cases")
  void counters_can_be_brought_into_the_order_of_another_observation(long seed) {
    Observation sent = postCounters("o-1", "post-1").build();
    assertThat(CounterOrder.like(sent, shuffled(sent, seed))).isEqualTo(sent);
  }

  @Test
  void counters_that_the_other_lacks_come_last() {
    Observation other = accountCounters("o-1", "anna").build();
    Observation.Builder more = other.toBuilder();
    more.getAccountCountersBuilder().addCounters(0, count("posts", 7));
    assertThat(CounterOrder.like(other, more.build()).getAccountCounters().getCountersList())
        .extracting(Counter::getMetric)
        .containsExactly("followers", "posts");
  }

  @Test
  void an_observation_without_counters_stays_as_it_is() {
    Observation cost = cost("o-1", "cost-1").build();
    assertThat(CounterOrder.byMetric(cost)).isEqualTo(cost);
  }

  private static Observation shuffled(Observation observation, long seed) {
    List<Counter> counters = new ArrayList<>(observation.getPostCounters().getCountersList());
    Collections.shuffle(counters, new Random(Seeds.random(seed).nextLong()));
    Observation.Builder builder = observation.toBuilder();
    builder.getPostCountersBuilder().clearCounters().addAllCounters(counters);
    return builder.build();
  }
}
