package dev.tributary.attribution.hold;

import dev.tributary.runtime.testing.TestDatabases;

class RejectedHoldsH2Test extends RejectedHoldsTest {
  RejectedHoldsH2Test() {
    super(TestDatabases.H2);
  }
}
