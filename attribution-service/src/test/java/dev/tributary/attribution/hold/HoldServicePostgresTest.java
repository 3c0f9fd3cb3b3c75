package dev.tributary.attribution.hold;

import dev.tributary.runtime.testing.TestDatabases;

class HoldServicePostgresTest extends HoldServiceTest {
  HoldServicePostgresTest() {
    super(TestDatabases.POSTGRES);
  }
}
