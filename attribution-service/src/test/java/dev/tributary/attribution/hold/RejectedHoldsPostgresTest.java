package dev.tributary.attribution.hold;

import dev.tributary.runtime.testing.TestDatabases;

class RejectedHoldsPostgresTest extends RejectedHoldsTest {
  RejectedHoldsPostgresTest() {
    super(TestDatabases.POSTGRES);
  }
}
