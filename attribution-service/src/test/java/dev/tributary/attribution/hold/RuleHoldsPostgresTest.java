package dev.tributary.attribution.hold;

import dev.tributary.runtime.testing.TestDatabases;

class RuleHoldsPostgresTest extends RuleHoldsTest {
  RuleHoldsPostgresTest() {
    super(TestDatabases.POSTGRES);
  }
}
