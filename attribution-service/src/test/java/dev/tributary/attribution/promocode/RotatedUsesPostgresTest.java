package dev.tributary.attribution.promocode;

import dev.tributary.runtime.testing.TestDatabases;

class RotatedUsesPostgresTest extends RotatedUsesTest {
  RotatedUsesPostgresTest() {
    super(TestDatabases.POSTGRES);
  }
}
