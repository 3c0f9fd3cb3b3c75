package dev.tributary.attribution.conversion;

import dev.tributary.runtime.testing.TestDatabases;

class ChargebacksPostgresTest extends ChargebacksTest {
  ChargebacksPostgresTest() {
    super(TestDatabases.POSTGRES);
  }
}
