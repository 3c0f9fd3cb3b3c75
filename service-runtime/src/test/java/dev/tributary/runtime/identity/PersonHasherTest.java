package dev.tributary.runtime.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tributary.runtime.settings.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PersonHasherTest {
  private static final String KEY =
      "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";

  @TempDir Path directory;

  /** Computed by Python's hmac and struct; a change here orphans every stored person. */
  @Test
  void the_hash_of_a_person_never_changes() {
    PersonHasher hasher = withKey(KEY);
    assertThat(hasher.hash("default", PersonKind.VISITOR, "v-1").hex())
        .isEqualTo("2efd661cf3d7a785aa515b43c2b5f0d5");
    assertThat(hasher.hash("default", PersonKind.CUSTOMER, "v-1").hex())
        .isEqualTo("921b73265f04505fa7a2d881815d2081");
    assertThat(hasher.hash("default", PersonKind.EMAIL, "anna@example.com").hex())
        .isEqualTo("b6906b9deffd8ed4ecd8e6084245c375");
    assertThat(hasher.hash("acme", PersonKind.VISITOR, "v-1").hex())
        .isEqualTo("39d7c80fd1f27996b0fa25316bb03e8f");
  }

  @Test
  void an_address_is_one_person_however_it_is_typed_and_other_names_are_not() {
    PersonHasher hasher = withKey(KEY);
    assertThat(hasher.hash("w", PersonKind.EMAIL, " Anna@Example.COM\t"))
        .isEqualTo(hasher.hash("w", PersonKind.EMAIL, "anna@example.com"));
    assertThat(hasher.hash("w", PersonKind.CUSTOMER, "A1"))
        .isNotEqualTo(hasher.hash("w", PersonKind.CUSTOMER, "a1"));
  }

  @Test
  void a_handle_is_one_person_whatever_the_case_of_its_letters() {
    PersonHasher hasher = withKey(KEY);
    assertThat(hasher.hash("w", PersonKind.HANDLE, "Anna.L"))
        .isEqualTo(hasher.hash("w", PersonKind.HANDLE, "anna.l"))
        .isNotEqualTo(hasher.hash("w", PersonKind.CUSTOMER, "anna.l"));
  }

  @Test
  void another_key_gives_other_persons() {
    assertThat(withKey(KEY).hash("w", PersonKind.VISITOR, "v"))
        .isNotEqualTo(withKey("ff" + KEY).hash("w", PersonKind.VISITOR, "v"));
  }

  @Test
  void a_generated_key_is_kept_for_its_owner_only_and_used_again() throws IOException {
    Path file = directory.resolve("data").resolve("person.key");
    PersonKey first = generated(file).hash("w", PersonKind.VISITOR, "v");

    assertThat(generated(file).hash("w", PersonKind.VISITOR, "v")).isEqualTo(first);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(Files.readString(file)).matches("[0-9a-f]{64}\n");
    try (var files = Files.list(file.getParent())) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void two_installations_generate_two_keys() {
    assertThat(generated(directory.resolve("a")).hash("w", PersonKind.VISITOR, "v"))
        .isNotEqualTo(generated(directory.resolve("b")).hash("w", PersonKind.VISITOR, "v"));
  }

  @Test
  void a_configured_key_wins_and_no_file_is_made() {
    Path file = directory.resolve("person.key");
    PersonHasher.open(Optional.of(new Secret(KEY)), file, true);
    assertThat(file).doesNotExist();
  }

  @Test
  void a_shared_database_without_a_configured_key_is_refused() {
    assertThatThrownBy(() -> PersonHasher.open(Optional.empty(), directory.resolve("k"), false))
        .hasMessageContaining("id-key: absent");
  }

  @Test
  void a_weak_or_malformed_key_is_refused_without_being_shown() throws IOException {
    assertThatThrownBy(() -> withKey("geheim"))
        .hasMessageContaining("6 characters")
        .message()
        .doesNotContain("geheim");
    assertThatThrownBy(() -> withKey(KEY + "0")).hasMessageContaining("65 characters");
    Path file = Files.writeString(directory.resolve("broken"), "");
    assertThatThrownBy(() -> generated(file)).hasMessageContaining("0 characters");
  }

  private PersonHasher withKey(String key) {
    return PersonHasher.open(Optional.of(new Secret(key)), directory.resolve("unused"), false);
  }

  private static PersonHasher generated(Path file) {
    return PersonHasher.open(Optional.empty(), file, true);
  }
}
