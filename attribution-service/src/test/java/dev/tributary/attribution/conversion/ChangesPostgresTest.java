package dev.tributary.attribution.conversion;

import dev.tributary.runtime.testing.TestDatabases;

class ChangesPostgresTest extends ChangesTest {
  ChangesPostgresTest() {
    super(TestDatabases.POSTGRES);
  }
}
