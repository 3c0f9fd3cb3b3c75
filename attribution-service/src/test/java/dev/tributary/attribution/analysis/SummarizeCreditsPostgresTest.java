package dev.tributary.attribution.analysis;

import dev.tributary.runtime.testing.TestDatabases;

class SummarizeCreditsPostgresTest extends SummarizeCreditsTest {
  SummarizeCreditsPostgresTest() {
    super(TestDatabases.POSTGRES);
  }
}
