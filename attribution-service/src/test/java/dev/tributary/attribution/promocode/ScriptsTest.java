package dev.tributary.attribution.promocode;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptsTest {

  @ParameterizedTest
  @ValueSource(strings = {"ANNА10", "аnna", "ΑNNA", "ВΑ", "ANNAᎪ", "םת10ش"})
  void letters_of_two_alphabets_that_look_alike_are_mixed(String text) {
    assertThat(Scripts.areMixed(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ANNA10",
        "СКИДКА10",
        "ΕΚΠΤΩΣΗ",
        "10-20%",
        "SALE割引",
        "SALEסייל",
        "ลด10SALE",
        "SALE♥",
        "ÉTÉ",
        "١٠خصم",
        ""
      })
  void letters_of_one_alphabet_with_digits_and_others_are_not(String text) {
    assertThat(Scripts.areMixed(text)).isFalse();
  }
}
