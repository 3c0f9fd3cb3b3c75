package dev.tributary.attribution.promocode;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LatinWordsTest {

  @ParameterizedTest
  @CsvSource({
    "Emily Carter, EMILY CARTER",
    "Zoë Müller-Straße, ZOE MULLER STRASSE",
    "Ольга Смирнова, OLGA SMIRNOVA",
    "Γιώργος, GIORGOS",
    "李娜, LI NA",
    "ゆき, YUKI",
    "김민지, GIMMINJI",
    "محمد, MHMD",
    "Nguyễn Thị Hương, NGUYEN THI HUONG",
    "Łukasz Żółć, LUKASZ ZOLC",
    "\"O'Brien\", OBRIEN",
    "İpek Yıldız, IPEK YILDIZ",
    "@emilys.kitchen_, EMILYS KITCHEN",
    "𝓔𝓶𝓲𝓵𝔂 ✨, EMILY",
    "Ｅｍｉｌｙ７, EMILY7",
  })
  void a_name_in_any_script_becomes_words_that_everybody_can_type(String name, String words) {
    assertThat(String.join(" ", LatinWords.of(name))).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({"✨✨", "_._", "♥"})
  void a_name_without_letters_has_no_words(String name) {
    assertThat(LatinWords.of(name)).isEmpty();
  }
}
