package dev.tributary.attribution.commission;

import dev.tributary.runtime.testing.TestDatabases;

class LockPeriodPostgresTest extends LockPeriodTest {
  LockPeriodPostgresTest() {
    super(TestDatabases.POSTGRES);
  }
}
