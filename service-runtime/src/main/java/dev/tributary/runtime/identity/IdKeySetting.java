package dev.tributary.runtime.identity;

import dev.tributary.runtime.settings.Secret;
import dev.tributary.runtime.settings.Settings;
import java.util.Optional;

/** The setting {@code id-key} of every service that stores hashes of persons. */
public final class IdKeySetting {
  private IdKeySetting() {}

  /**
   * Reads the key; its absence is a problem of the settings unless one may be generated.
   *
   * @param mayGenerate whether the service may make a key of its own; false with a shared database
   */
  public static Optional<Secret> read(Settings settings, boolean mayGenerate) {
    Optional<Secret> idKey =
        settings.secret("id-key", "Key that persons' ids are hashed with, 64 hexadecimal digits.");
    if (idKey.isEmpty() && !mayGenerate) {
      settings.problem(
          "id-key", "absent (expected: the same key for every process on this database)");
    }
    return idKey;
  }
}
