package dev.tributary.attribution.commission;

import dev.tributary.runtime.testing.TestDatabases;

class StatementsH2Test extends StatementsTest {
  StatementsH2Test() {
    super(TestDatabases.H2);
  }
}
