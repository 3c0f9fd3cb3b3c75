package dev.tributary.attribution.commission;

import dev.tributary.runtime.testing.TestDatabases;

class StatementsPostgresTest extends StatementsTest {
  StatementsPostgresTest() {
    super(TestDatabases.POSTGRES);
  }
}
