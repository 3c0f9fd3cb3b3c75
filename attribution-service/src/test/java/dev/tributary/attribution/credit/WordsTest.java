package dev.tributary.attribution.credit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Figures as explanations write them. */
class WordsTest {
  @Test
  void a_span_shows_its_two_largest_units() {
    assertThat(Words.span(Duration.ofDays(2).plusHours(3).plusMinutes(4))).isEqualTo("2 d 3 h");
    assertThat(Words.span(Duration.ofMinutes(61))).isEqualTo("1 h 1 min");
    assertThat(Words.span(Duration.ofSeconds(90))).isEqualTo("1 min 30 s");
    assertThat(Words.span(Duration.ofMillis(250))).isEqualTo("0.25 s");
    assertThat(Words.span(Duration.ZERO)).isEqualTo("0 s");
  }

  @Test
  void an_amount_has_its_currency_if_there_is_one() {
    assertThat(Words.money("JPY", 500)).isEqualTo("500 JPY");
    assertThat(Words.money("", 500)).isEqualTo("500");
  }

  @Test
  void an_enumeration_reads_like_a_sentence() {
    assertThat(Words.list(List.of())).isEmpty();
    assertThat(Words.list(List.of("a"))).isEqualTo("a");
    assertThat(Words.list(List.of("a", "b", "c"))).isEqualTo("a, b and c");
    assertThat(Words.count(1, "touch", "touches")).isEqualTo("1 touch");
  }
}
