package dev.tributary.attribution.conversion;

import dev.tributary.runtime.testing.TestDatabases;

class HeldRefundsH2Test extends HeldRefundsTest {
  HeldRefundsH2Test() {
    super(TestDatabases.H2);
  }
}
