package dev.tributary.attribution.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class UtmKeyTest {

  @Test
  void case_and_outer_white_space_make_no_difference() {
    assertThat(key("LinkedIn", "Creator ")).isEqualTo(key(" linkedin", "CREATOR"));
    assertThat(key("ＩＮＳＴＡ", "ﬁt")).isEqualTo(key("insta", "FIT"));
  }

  @Test
  void inner_white_space_does() {
    assertThat(key("spring sale", "m")).isNotEqualTo(key("springsale", "m"));
  }

  @Test
  void the_same_words_in_other_parameters_are_another_key() {
    assertThat(
            Stream.of(
                    utm("a", "b", ""),
                    utm("b", "a", ""),
                    utm("ab", "", ""),
                    utm("", "ab", ""),
                    utm("a", "", "b"),
                    new UtmParameters("a", "", "", "b", "", ""),
                    new UtmParameters("a", "", "", "", "b", ""),
                    new UtmParameters("a", "", "", "", "", "b"))
                .map(UtmKey::of))
        .doesNotHaveDuplicates()
        .allSatisfy(key -> assertThat(key).isPresent());
  }

  @Test
  void blank_parameters_have_no_key() {
    assertThat(UtmKey.of(UtmParameters.NONE)).isEmpty();
    assertThat(UtmKey.of(utm("  ", "\u00A0", "\t"))).isEmpty();
  }

  @Test
  void a_key_never_changes_since_it_is_stored() {
    assertThat(UtmKey.of(utm("instagram", "creator", "spring")))
        .contains(new UtmKey("bfb6242c768e652e0af819c946e65626"));
  }

  @Test
  void the_locale_of_the_machine_makes_no_difference() {
    UtmKey before = key("INSTAGRAM", "m");
    Locale locale = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      assertThat(key("INSTAGRAM", "m")).isEqualTo(before);
    } finally {
      Locale.setDefault(locale);
    }
  }

  private static UtmKey key(String source, String medium) {
    return UtmKey.of(utm(source, medium, "")).orElseThrow();
  }

  private static UtmParameters utm(String source, String medium, String campaign) {
    return new UtmParameters(source, medium, campaign, "", "", "");
  }
}
