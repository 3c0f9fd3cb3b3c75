package dev.tributary.attribution.commission;

import dev.tributary.runtime.testing.TestDatabases;

class ReadStatementsPostgresTest extends ReadStatementsTest {
  ReadStatementsPostgresTest() {
    super(TestDatabases.POSTGRES);
  }
}
