package dev.tributary.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LatenciesTest {
  @Test
  void quantiles_are_those_of_the_sorted_values_within_three_percent() {
    Latencies latencies = new Latencies();
    SplittableRandom random = new SplittableRandom(7);
    long[] micros =
        random.longs(20_000, 1, 5_000_000).map(value -> 1 + value / 7 % 900_000).toArray();
    for (long value : micros) {
      latencies.add(value * 1000);
    }
    Arrays.sort(micros);
    for (double part : new double[] {0.01, 0.5, 0.9, 0.99, 1}) {
      double exact = micros[(int) Math.ceil(part * micros.length) - 1] / 1000.0;
      assertThat(latencies.millis(part)).isCloseTo(exact, within(0.03 * exact + 0.001));
      assertThat(latencies.millis(part)).as("never told too short").isGreaterThanOrEqualTo(exact);
    }
    assertThat(latencies.count()).isEqualTo(micros.length);
  }

  @Test
  void nothing_counted_took_no_time() {
    assertThat(new Latencies().millis(0.99)).isZero();
  }

  @Test
  void the_longest_bucket_takes_whatever_is_longer() {
    Latencies latencies = new Latencies();
    latencies.add(Long.MAX_VALUE);
    assertThat(latencies.count()).isEqualTo(1);
    assertThat(latencies.millis(1)).isGreaterThan(3_600_000);
  }
}
