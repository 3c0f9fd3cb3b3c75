package dev.tributary.attribution.commission;

import dev.tributary.runtime.testing.TestDatabases;

class LockRacePostgresTest extends LockRaceTest {
  LockRacePostgresTest() {
    super(TestDatabases.POSTGRES);
  }
}
