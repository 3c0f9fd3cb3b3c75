package dev.tributary.runtime.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tributary.runtime.testing.Seeds;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class PersonKeyTest {
  private static final String HEX = "2efd661cf3d7a785aa515b43c2b5f0d5";

  @Test
  void keys_of_the_same_bytes_are_equal() {
    assertThat(PersonKey.ofHex(HEX))
        .isEqualTo(PersonKey.ofHex(HEX))
        .hasSameHashCodeAs(PersonKey.ofHex(HEX));
    assertThat(PersonKey.ofHex(HEX).hex()).isEqualTo(HEX);
  }

  @Test
  void nobody_can_change_a_key_through_its_bytes() {
    byte[] bytes = new byte[PersonKey.LENGTH];
    var key = new PersonKey(bytes);
    bytes[0] = 1;
    key.bytes()[1] = 1;
    assertThat(key).isEqualTo(new PersonKey(new byte[PersonKey.LENGTH]));
  }

  @Test
  void another_length_is_refused() {
    assertThatThrownBy(() -> new PersonKey(new byte[15]))
        .hasMessageContaining("15 bytes (expected: 16)");
  }

  @Test
  void a_tombstone_says_that_it_is_one_and_no_two_are_alike() {
    RandomGenerator random = Seeds.random(1);
    PersonKey tombstone = PersonKey.tombstone(random);

    assertThat(tombstone.isTombstone()).isTrue();
    assertThat(PersonKey.ofHex(tombstone.hex()).isTombstone()).isTrue();
    assertThat(PersonKey.tombstone(random)).isNotEqualTo(tombstone);
    assertThat(PersonKey.ofHex(HEX).isTombstone()).isFalse();
  }
}
