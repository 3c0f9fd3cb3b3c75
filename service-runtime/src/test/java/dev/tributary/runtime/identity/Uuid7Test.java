package dev.tributary.runtime.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.runtime.testing.FixedClock;
import dev.tributary.runtime.testing.Seeds;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class Uuid7Test {
  private final FixedClock clock = FixedClock.at("2026-03-01T12:00:00.123Z");
  private final Uuid7 ids = new Uuid7(clock, Seeds.random(Seeds.seed()));

  @Test
  void an_id_says_its_version_and_its_millisecond() {
    UUID id = UUID.fromString(ids.next());
    assertThat(id.version()).isEqualTo(7);
    assertThat(id.variant()).isEqualTo(2);
    assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(clock.millis());
  }

  @Test
  void ids_ascend_within_a_millisecond_and_beyond_its_counter() {
    assertThat(next(10_000)).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void ids_ascend_when_the_clock_steps_back() {
    var made = next(3);
    clock.advance(Duration.ofMinutes(-1));
    made.addAll(next(3));
    clock.advance(Duration.ofMinutes(2));
    made.addAll(next(3));
    assertThat(made).isSorted().doesNotHaveDuplicates();
  }

  private List<String> next(int count) {
    var made = new ArrayList<String>();
    for (int i = 0; i < count; i++) {
      made.add(ids.next());
    }
    return made;
  }
}
