package dev.tributary.attribution.promocode;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SkeletonTest {

  @ParameterizedTest
  @CsvSource({
    "EMILY0, EMILYO",
    "EMILY10, EM1LY1O",
    "emily10, EMILY10",
    "TOM, ТОМ",
    "BEST5, ВЕЅТ5",
    "ΑΝΝΑ10, ANNA10",
    "IRIS, 1R1S",
  })
  void codes_that_look_the_same_have_one_skeleton(String one, String other) {
    assertThat(skeleton(one)).isEqualTo(skeleton(other));
  }

  @ParameterizedTest
  @CsvSource({"EMILY10, EMILY15", "ANNA, ANNE", "BO10, BOO10", "É10, E10", "EMILY10, EMILYL10"})
  void codes_that_people_tell_apart_have_different_skeletons(String one, String other) {
    assertThat(skeleton(one)).isNotEqualTo(skeleton(other));
  }

  @Test
  void a_long_skeleton_is_cut_between_characters() {
    String cut = Skeleton.of("a" + "\uD83D\uDE00".repeat(200));

    assertThat(cut).hasSize(255);
    assertThat(Character.isHighSurrogate(Skeleton.of("\uD83D\uDE00".repeat(200)).charAt(253)))
        .isFalse();
  }

  private static String skeleton(String code) {
    return Skeleton.of(CodeKey.of(code));
  }
}
