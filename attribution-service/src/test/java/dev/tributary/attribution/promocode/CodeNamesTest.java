package dev.tributary.attribution.promocode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodeNamesTest {

  @ParameterizedTest
  @CsvSource({
    "Emily Carter, emilyskitchen, 10, EMILY10 EMILYCARTER10 EMILYSKITCHEN10 EMILYFANS10",
    "Emily, '', 10, EMILY10 EMILYFANS10 EMILYTEAM10 EMILYSTAR10",
    "Emily Rose Carter, '', 15, EMILY15 EMILYROSE15 EMILYROSECARTER15 EMILYFANS15",
    "'', @emilys.kitchen, 10, EMILYSKITCHEN10 EMILYSKITCHENFANS10",
    "Emily Carter, '', '', EMILY EMILYCARTER EMILYFANS",
    "Ольга, olga_eats, 20, OLGA20 OLGAEATS20 OLGAFANS20",
    "李娜, '', 10, LI10 LINA10 LIFANS10",
    "Bo, '', 5, BOFANS5 BOTEAM5",
    "✨, '', 10, FANS10 TEAM10",
    "Studio54, '', 10, STUDIO54FANS10",
    "Wolfeschlegelsteinhausenberger, '', 10, WOLFESCHLEGELSTEIN10 WOLFESCHLEGELSFANS10 ",
  })
  void the_best_codes_come_first(String name, String handle, String discount, String best) {
    List<String> expected = List.of(best.split(" "));

    assertThat(CodeNames.of(new CodeWish("id", name, handle, discount)).limit(expected.size()))
        .containsExactlyElementsOf(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Emily", "Bo", "✨", "Wolfeschlegelsteinhausenberger", "Studio54", "李"})
  void every_code_of_every_name_has_the_form_that_is_promised(String name) {
    List<String> all = CodeNames.of(new CodeWish("id", name, "", "10")).toList();

    assertThat(all).hasSizeGreaterThan(3_000).doesNotHaveDuplicates();
    assertThat(all).allMatch(code -> code.matches("[A-Z0-9]{4,20}") && code.endsWith("10"));
  }

  @Test
  void what_is_added_to_a_name_has_no_character_that_looks_like_another() {
    assertThat(CodeNames.of(new CodeWish("id", "Bea", "", "")))
        .allMatch(code -> code.substring(3).matches("[A-HJ-KM-NP-Z2-9]*"));
  }
}
