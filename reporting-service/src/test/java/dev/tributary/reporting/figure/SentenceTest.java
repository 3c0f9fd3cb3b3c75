package dev.tributary.reporting.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SentenceTest {
  @Test
  void words_become_a_sentence_once() {
    assertThat(Sentence.of("no cost observed")).isEqualTo("No cost observed.");
    assertThat(Sentence.of("Already one.")).isEqualTo("Already one.");
    assertThat(Sentence.of("")).isEmpty();
  }

  @Test
  void names_are_listed_up_to_a_limit() {
    assertThat(Sentence.list(List.of("Anna"), 3)).isEqualTo("Anna");
    assertThat(Sentence.list(List.of("Anna", "Bo"), 3)).isEqualTo("Anna and Bo");
    assertThat(Sentence.list(List.of("Anna", "Bo", "Cem"), 3)).isEqualTo("Anna, Bo and Cem");
    assertThat(Sentence.list(List.of("Anna", "Bo", "Cem", "Dana"), 3))
        .isEqualTo("Anna, Bo and 2 others");
  }
}
