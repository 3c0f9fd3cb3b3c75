package dev.tributary.attribution.commission;

import dev.tributary.runtime.testing.TestDatabases;

class WithheldChangesPostgresTest extends WithheldChangesTest {
  WithheldChangesPostgresTest() {
    super(TestDatabases.POSTGRES);
  }
}
