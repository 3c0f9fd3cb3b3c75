package dev.tributary.attribution.promocode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CodeSuggestionsTest {

  @Test
  void everybody_has_a_good_first_code_before_anybody_has_a_second() {
    assertThat(suggest(2, shopWith(), "Emily Carter", "Emily Stone", "Ben"))
        .containsExactly(
            List.of("EMILY10", "EMILYCARTER10"),
            List.of("EMILYSTONE10", "EMILYFANS10"),
            List.of("BEN10", "BENFANS10"));
  }

  @Test
  void a_code_that_is_taken_or_looks_like_one_is_not_proposed() {
    assertThat(suggest(2, shopWith("emily10", "EM1LYFANS1O"), "Emily"))
        .containsExactly(List.of("EMILYTEAM10", "EMILYSTAR10"));
  }

  @Test
  void two_names_that_look_alike_do_not_get_codes_that_do() {
    assertThat(suggest(1, shopWith(), "Iris", "lris"))
        .containsExactly(List.of("IRIS10"), List.of("LRIS10"));
    assertThat(suggest(1, shopWith(), "Bo0m", "Boom"))
        .containsExactly(List.of("BO0M10"), List.of("BOOMFANS10"));
  }

  @Test
  void a_thousand_creators_of_one_name_all_get_three_codes_and_no_two_are_alike() {
    String[] names = Collections.nCopies(1_000, "Emily").toArray(String[]::new);

    List<List<String>> given = suggest(3, shopWith("EMILY10"), names);

    assertThat(given).allSatisfy(codes -> assertThat(codes).hasSize(3));
    List<String> all = given.stream().flatMap(List::stream).toList();
    assertThat(all.stream().map(CodeKey::of).map(Skeleton::of)).doesNotHaveDuplicates();
  }

  @Test
  void the_same_question_has_the_same_answer() {
    assertThat(suggest(5, shopWith("ANNA10"), "Anna", "Anna B", "Anna"))
        .isEqualTo(suggest(5, shopWith("ANNA10"), "Anna", "Anna B", "Anna"));
  }

  @Test
  void codes_are_looked_up_many_at_a_time() {
    List<Integer> asked = new ArrayList<>();
    Function<Set<String>, Set<String>> shop =
        skeletons -> {
          asked.add(skeletons.size());
          return Set.of();
        };

    suggest(
        3,
        shop,
        Stream.iterate(1, i -> i + 1).limit(500).map(i -> "A" + i + "b").toArray(String[]::new));

    assertThat(asked).hasSizeLessThan(5);
  }

  private static List<List<String>> suggest(
      int countMax, Function<Set<String>, Set<String>> shop, String... names) {
    return CodeSuggestions.of(
        Stream.of(names).map(name -> new CodeWish(name, name, "", "10")).toList(), countMax, shop);
  }

  private static Function<Set<String>, Set<String>> shopWith(String... codes) {
    Set<String> looks =
        Stream.of(codes).map(CodeKey::of).map(Skeleton::of).collect(Collectors.toSet());
    return skeletons -> skeletons.stream().filter(looks::contains).collect(Collectors.toSet());
  }
}
