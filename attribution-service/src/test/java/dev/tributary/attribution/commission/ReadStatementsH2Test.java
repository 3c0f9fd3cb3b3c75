package dev.tributary.attribution.commission;

import dev.tributary.runtime.testing.TestDatabases;

class ReadStatementsH2Test extends ReadStatementsTest {
  ReadStatementsH2Test() {
    super(TestDatabases.H2);
  }
}
