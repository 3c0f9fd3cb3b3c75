package dev.tributary.attribution.batch;

import static dev.tributary.attribution.Samples.statuses;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.attribution.Names;
import dev.tributary.runtime.api.Rejected;
import dev.tributary.type.v1.ErrorReason;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AdmissionTest {
  private static final Item A = new Item("a", "red");
  private static final Item A_BLUE = new Item("a", "blue");
  private static final Item B = new Item("b", "red");

  @Test
  void what_is_neither_recorded_nor_in_the_batch_before_is_fresh() {
    Admission<String, Item> admission = admit(List.of(A, B, A), Map.of());

    assertThat(admission.fresh()).containsExactly(A, B);
    assertThat(statuses(admission.verdicts()))
        .containsExactly("RECORDED", "RECORDED", "ALREADY_RECORDED");
  }

  @Test
  void what_is_recorded_decides_before_what_stands_in_the_batch() {
    Admission<String, Item> admission = admit(List.of(A_BLUE, A, A_BLUE), Map.of("a", recorded(A)));

    assertThat(admission.fresh()).isEmpty();
    assertThat(statuses(admission.verdicts()))
        .containsExactly("ID_REUSED color", "ALREADY_RECORDED", "ID_REUSED color");
    assertThat(admission.resent()).hasSize(1);
  }

  @Test
  @Names("ErrorReason.DUPLICATE_IN_BATCH")
  void the_first_of_two_that_contradict_each_other_counts() {
    Admission<String, Item> admission = admit(List.of(A, A_BLUE), Map.of());

    assertThat(admission.fresh()).containsExactly(A);
    assertThat(statuses(admission.verdicts()))
        .containsExactly("RECORDED", "DUPLICATE_IN_BATCH color");
  }

  @Test
  void a_refusal_that_comes_later_counts_for_repetitions_too() {
    Admission<String, Item> admission = admit(List.of(A, B, A, A_BLUE), Map.of());
    Rejected taken = new Rejected(ErrorReason.ERROR_REASON_CODE_KEY_TAKEN, "code", "taken");

    assertThat(statuses(admission.verdicts(Map.of("a", taken))))
        .containsExactly(
            "CODE_KEY_TAKEN code", "RECORDED", "CODE_KEY_TAKEN code", "DUPLICATE_IN_BATCH color");
  }

  private static Admission<String, Item> admit(
      List<Item> items, Map<String, Admission.Recorded> recorded) {
    return Admission.of(items, Item::id, Item::content, recorded);
  }

  private static Admission.Recorded recorded(Item item) {
    return new Admission.Recorded() {
      @Override
      public int shard() {
        return 7;
      }

      @Override
      public long sequence() {
        return 1;
      }

      @Override
      public Optional<String> firstDifference(Content content) {
        return content.firstDifference(item.content());
      }
    };
  }

  private record Item(String id, String color) {
    Content content() {
      return Content.builder().text("color", color).build();
    }
  }
}
