package dev.tributary.ingestion.testing;

import dev.tributary.runtime.identity.PersonHasher;
import dev.tributary.runtime.settings.Secret;
import java.nio.file.Path;
import java.util.Optional;

/** The key that tests hash persons with. */
public final class TestPersons {
  /** The key, as a setting. */
  public static final Secret ID_KEY = new Secret("0123456789abcdef".repeat(4));

  private TestPersons() {}

  /** A hasher with that key. */
  public static PersonHasher hasher() {
    return PersonHasher.open(Optional.of(ID_KEY), Path.of("unused"), false);
  }
}
