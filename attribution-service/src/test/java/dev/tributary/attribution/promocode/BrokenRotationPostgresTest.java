package dev.tributary.attribution.promocode;

import dev.tributary.runtime.testing.TestDatabases;

class BrokenRotationPostgresTest extends BrokenRotationTest {
  BrokenRotationPostgresTest() {
    super(TestDatabases.POSTGRES);
  }
}
