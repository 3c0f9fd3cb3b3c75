package dev.tributary.runtime.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.runtime.testing.Seeds;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BackoffTest {

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("dev.tributary.runtime.testing.Seeds#cases")
  void pauses_double_up_to_a_limit_and_start_over_after_success(long seed) {
    var backoff = new Backoff(Seeds.random(seed));
    long full = 100;
    for (Duration pause : Stream.generate(backoff::next).limit(10).toList()) {
      assertThat(pause.toMillis()).isBetween(full / 2, full);
      full = Math.min(2 * full, 5_000);
    }
    backoff.reset();
    assertThat(backoff.next().toMillis()).isBetween(50L, 100L);
  }
}
