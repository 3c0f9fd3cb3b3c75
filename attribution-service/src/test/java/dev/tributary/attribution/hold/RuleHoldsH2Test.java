package dev.tributary.attribution.hold;

import dev.tributary.runtime.testing.TestDatabases;

class RuleHoldsH2Test extends RuleHoldsTest {
  RuleHoldsH2Test() {
    super(TestDatabases.H2);
  }
}
