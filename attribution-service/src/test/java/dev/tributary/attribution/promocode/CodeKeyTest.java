package dev.tributary.attribution.promocode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodeKeyTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "anna10",
        "ANNA10",
        " Anna 10 ",
        "ANNA\t10\n",
        "ANNA\u00A010",
        "ANNA\u300010",
        "A\u200BNNA10",
        "ANNA\u200D10",
        "\uFEFFANNA10",
        "\u202EANNA10\u202C",
        "\u2066ANNA10\u2069",
        "AN\u00ADNA10",
        "ANNA10\uFE0F",
        "ＡＮＮＡ１０",
        "ANNA-10",
        "ANNA_10",
        "ANNA.10",
        "A.N.N.A--10",
        "ANNA - 10",
        "-ANNA10_",
        "ANNA\u201010",
        "ANNA\u201110",
        "ANNA\u201310",
        "ANNA\u201410",
        "ANNA\u221210",
        "ANNA\uFF0D10",
        "ANNA\uFF3F10",
        "ANNA\uFF0E10",
        "ANNA\u203F10",
        "ANNA\u205410"
      })
  void what_a_customer_cannot_see_or_hear_makes_no_difference(String typed) {
    assertThat(CodeKey.of(typed)).isEqualTo("anna10");
  }

  @ParameterizedTest
  @CsvSource({
    "STRASSE, straße",
    "STRASSE, STRAẞE",
    "office, oﬃce",
    "FIT5, ﬁt5",
    "ΟΔΟΣ, οδος",
    "ΟΔΟΣ, οδοσ",
    "ΟΔΟΣ1, οδος1",
    "É10, É10",
    "Ångström, Ångström",
    "K9, K9",
    "ᏣᎳᎩ, ꮳꮃꭹ"
  })
  void one_code_written_in_two_ways_has_one_key(String one, String other) {
    assertThat(CodeKey.of(one)).isEqualTo(CodeKey.of(other));
  }

  @ParameterizedTest
  @ValueSource(strings = {"INDIRIM", "indirim", "İNDİRİM", "ındırım", "i̇ndi̇ri̇m", "Indirim"})
  void the_four_letters_i_of_turkish_are_one(String typed) {
    assertThat(CodeKey.of(typed)).isEqualTo("indirim");
  }

  @Test
  void the_locale_of_the_machine_makes_no_difference() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      assertThat(CodeKey.of("TITLE")).isEqualTo("title");
      Locale.setDefault(Locale.forLanguageTag("lt-LT"));
      assertThat(CodeKey.of("Ì10")).isEqualTo("ì10");
    } finally {
      Locale.setDefault(before);
    }
  }

  @ParameterizedTest
  @CsvSource({"ANNA10, ANNA1O", "ANNA+10, ANNA10", "ANNA&BO, ANNABO", "ラーメン, ラメン", "É10, E10"})
  void codes_that_people_tell_apart_keep_different_keys(String one, String other) {
    assertThat(CodeKey.of(one)).isNotEqualTo(CodeKey.of(other));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "   ", "\u200B\u200D", "\u2066\u2069", "\uFE0F", "-", "._-", "\u2013 \u2014"})
  void a_code_of_nothing_but_separators_and_invisible_characters_has_no_key(String code) {
    assertThat(CodeKey.of(code)).isEmpty();
  }

  @Test
  void a_key_is_its_own_key_for_every_character_there_is() {
    assertThat(
            IntStream.rangeClosed(1, Character.MAX_CODE_POINT)
                .filter(Character::isDefined)
                .filter(character -> Character.getType(character) != Character.SURROGATE)
                .mapToObj(character -> CodeKey.of("a" + Character.toString(character) + "b"))
                .filter(key -> !CodeKey.of(key).equals(key)))
        .isEmpty();
  }

  @Test
  void the_key_of_earlier_days_keeps_separators_and_has_the_same_key_as_the_code() {
    assertThat(CodeKey.spelled(" EMILY-10")).isEqualTo("emily-10");
    assertThat(CodeKey.of(CodeKey.spelled("Emily\u2013_ 10"))).isEqualTo(CodeKey.of("EMILY10"));
  }

  @Test
  void upper_and_lower_case_of_every_character_have_one_key() {
    assertThat(
            IntStream.rangeClosed(1, Character.MAX_CODE_POINT)
                .filter(Character::isLetter)
                .mapToObj(Character::toString)
                .filter(letter -> !hasOneKey(letter)))
        .isEmpty();
  }

  private static boolean hasOneKey(String letter) {
    String key = CodeKey.of(letter);
    return CodeKey.of(letter.toUpperCase(Locale.ROOT)).equals(key)
        && CodeKey.of(letter.toLowerCase(Locale.ROOT)).equals(key);
  }
}
