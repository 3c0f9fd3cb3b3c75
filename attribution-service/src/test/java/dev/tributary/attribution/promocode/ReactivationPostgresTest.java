package dev.tributary.attribution.promocode;

import dev.tributary.runtime.testing.TestDatabases;

class ReactivationPostgresTest extends ReactivationTest {
  ReactivationPostgresTest() {
    super(TestDatabases.POSTGRES);
  }
}
