package dev.tributary.attribution.conversion;

import dev.tributary.runtime.testing.TestDatabases;

class HeldRefundsPostgresTest extends HeldRefundsTest {
  HeldRefundsPostgresTest() {
    super(TestDatabases.POSTGRES);
  }
}
