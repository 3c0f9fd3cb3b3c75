package dev.tributary.attribution.settle;

import dev.tributary.runtime.testing.TestDatabases;

class RenewalsPostgresTest extends RenewalsTest {
  RenewalsPostgresTest() {
    super(TestDatabases.POSTGRES);
  }
}
