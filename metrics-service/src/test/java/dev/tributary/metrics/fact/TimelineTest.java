package dev.tributary.metrics.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimelineTest {
  private static final Source API = new Source(ProvenanceClass.FIRST_PARTY_API, "api");
  private static final Source SCRAPER = new Source(ProvenanceClass.THIRD_PARTY, "scraper");
  private static final Instant NOON = Instant.parse("2026-05-03T12:00:00Z");

  @Test
  void of_one_source_the_restatement_received_last_counts() {
    Timeline timeline = lifetime(number(NOON, 900, API, 2), number(NOON, 1_000, API, 1));

    assertThat(timeline.at(NOON))
        .hasValueSatisfying(value -> assertThat(value.count()).isEqualTo(900));
    assertThat(timeline.lifetime()).hasSize(1);
  }

  @Test
  void of_several_sources_the_most_trusted_counts_even_when_another_came_later() {
    Timeline timeline = lifetime(number(NOON, 900, API, 1), number(NOON, 1_000, SCRAPER, 2));

    assertThat(timeline.at(NOON)).map(Reading::count).contains(900L);
  }

  @Test
  void a_source_that_took_back_its_number_says_so_and_nothing_more() {
    Timeline timeline =
        lifetime(
            number(NOON, 900, API, 1),
            new Reading(NOON, ReadingState.NOT_AVAILABLE, 0, API, "d", 2));

    assertThat(timeline.at(NOON)).isEmpty();
    assertThat(timeline.newestAt(NOON)).map(Reading::state).contains(ReadingState.NOT_AVAILABLE);
  }

  @Test
  void the_value_at_a_moment_is_the_newest_number_at_or_before_it() {
    Timeline timeline =
        lifetime(number(NOON, 900, API, 1), number(NOON.plusSeconds(60), 950, SCRAPER, 2));

    assertThat(timeline.at(NOON.minusNanos(1))).isEmpty();
    assertThat(timeline.at(NOON)).map(Reading::count).contains(900L);
    assertThat(timeline.at(NOON.plusSeconds(59))).map(Reading::count).contains(900L);
    assertThat(timeline.at(Instant.MAX)).map(Reading::count).contains(950L);
  }

  @Test
  void a_later_failure_to_see_a_counter_does_not_take_it_back() {
    Timeline timeline =
        lifetime(
            number(NOON, 900, API, 1),
            new Reading(NOON.plusSeconds(60), ReadingState.NOT_COLLECTED, 0, API, "d", 2));

    assertThat(timeline.at(Instant.MAX)).map(Reading::count).contains(900L);
  }

  @Test
  void falls_are_found_between_numbers_with_gaps_between_them() {
    Timeline timeline =
        lifetime(
            number(NOON, 900, API, 1),
            new Reading(NOON.plusSeconds(1), ReadingState.NOT_COLLECTED, 0, API, "d", 2),
            number(NOON.plusSeconds(2), 850, API, 3),
            number(NOON.plusSeconds(3), 850, API, 4),
            number(NOON.plusSeconds(4), 870, API, 5));

    assertThat(timeline.falls())
        .singleElement()
        .satisfies(
            fall -> {
              assertThat(fall.before().count()).isEqualTo(900);
              assertThat(fall.after().count()).isEqualTo(850);
            });
  }

  @Test
  void a_day_told_again_is_the_day_told_last() {
    DailyReading first = day("2026-05-03", number(NOON, 10, API, 1));
    DailyReading restated = day("2026-05-03", number(NOON.plusSeconds(60), 12, API, 2));
    DailyReading next = day("2026-05-04", number(NOON.plusSeconds(60), 3, API, 2));

    assertThat(Timeline.of(List.of(), List.of(next, restated, first)).days())
        .containsExactly(restated, next);
  }

  private static Timeline lifetime(Reading... readings) {
    return Timeline.of(List.of(readings), List.of());
  }

  private static DailyReading day(String day, Reading reading) {
    return new DailyReading(LocalDate.parse(day), ZoneId.of("America/Los_Angeles"), reading);
  }

  private static Reading number(Instant time, long count, Source source, long sequence) {
    return new Reading(time, ReadingState.VALUE, count, source, "d", sequence);
  }
}
