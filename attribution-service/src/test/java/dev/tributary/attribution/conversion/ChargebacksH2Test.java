package dev.tributary.attribution.conversion;

import dev.tributary.runtime.testing.TestDatabases;

class ChargebacksH2Test extends ChargebacksTest {
  ChargebacksH2Test() {
    super(TestDatabases.H2);
  }
}
