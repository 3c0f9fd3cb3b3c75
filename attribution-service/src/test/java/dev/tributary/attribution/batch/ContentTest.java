package dev.tributary.attribution.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ContentTest {
  private static final Instant TIME = Instant.parse("2026-03-15T12:00:00.000001Z");

  private final Content content =
      Content.builder()
          .text("name", "anna")
          .time("time", TIME)
          .optional("link", Optional.of("bio"))
          .flag("test", true)
          .build();

  @Test
  void absent_fields_are_not_in_it_so_new_ones_change_nothing() {
    Content later =
        Content.builder()
            .text("name", "anna")
            .text("nickname", "")
            .time("time", TIME)
            .optional("link", Optional.of("bio"))
            .optional("campaign", Optional.empty())
            .flag("test", true)
            .flag("urgent", false)
            .build();

    assertThat(later.firstDifference(content)).isEmpty();
    assertThat(Fingerprint.of(later).bytes()).isEqualTo(Fingerprint.of(content).bytes());
  }

  @Test
  void the_first_difference_is_named_in_the_order_of_the_fields() {
    Content other = Content.builder().text("name", "anna").text("extra", "x").build();

    assertThat(content.firstDifference(other)).contains("time");
    assertThat(other.firstDifference(content)).contains("extra");
    assertThat(content.firstDifference(content)).isEmpty();
  }

  @Test
  void a_value_never_slides_into_the_next_field() {
    Content one = Content.builder().text("a", "bc").text("d", "e").build();
    Content other = Content.builder().text("a", "b").text("cd", "e").build();

    assertThat(Fingerprint.of(one).matches(other)).isFalse();
  }

  @Test
  void a_fingerprint_never_changes_since_it_is_stored() {
    byte[] golden = HexFormat.of().parseHex("0106e634128bd5d7f09b6491d18ab5d716");

    assertThat(Fingerprint.of(content).bytes()).isEqualTo(golden);
    assertThat(Fingerprint.stored(golden).matches(content)).isTrue();
  }

  @Test
  void a_fingerprint_of_an_unknown_version_is_not_misread() {
    byte[] later = Fingerprint.of(content).bytes();
    later[0] = 2;

    assertThatThrownBy(() -> Fingerprint.stored(later)).hasMessageContaining("version 1");
  }
}
