package dev.tributary.local.importing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LandingPageTest {
  @Test
  void a_link_and_utm_parameters_are_read_off_an_address() {
    LandingPage page =
        LandingPage.parse(
                "https://shop.example/s?utm_source=Emily%20B&UTM_Campaign=spring&trb=emily-bio#top")
            .orElseThrow();

    assertThat(page.linkId()).isEqualTo("emily-bio");
    assertThat(page.utm().getSource()).isEqualTo("Emily B");
    assertThat(page.utm().getCampaign()).isEqualTo("spring");
  }

  @Test
  void a_path_is_enough_and_a_broken_escape_is_taken_as_it_stands() {
    assertThat(LandingPage.parse("/s?utm_source=50%").orElseThrow().utm().getSource())
        .isEqualTo("50%");
  }

  @Test
  void an_address_without_tags_tells_nothing() {
    assertThat(LandingPage.parse("https://shop.example/s")).isEmpty();
    assertThat(LandingPage.parse("/s?variant=1&utm_source=")).isEmpty();
  }
}
