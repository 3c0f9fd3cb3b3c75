package dev.tributary.attribution.analysis;

import dev.tributary.runtime.testing.TestDatabases;

class SummarizeCreditsH2Test extends SummarizeCreditsTest {
  SummarizeCreditsH2Test() {
    super(TestDatabases.H2);
  }
}
