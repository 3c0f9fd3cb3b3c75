package dev.tributary.attribution.commission;

import dev.tributary.runtime.testing.TestDatabases;

class PayoutsPostgresTest extends PayoutsTest {
  PayoutsPostgresTest() {
    super(TestDatabases.POSTGRES);
  }
}
