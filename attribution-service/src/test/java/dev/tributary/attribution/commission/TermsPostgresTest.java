package dev.tributary.attribution.commission;

import dev.tributary.runtime.testing.TestDatabases;

class TermsPostgresTest extends TermsTest {
  TermsPostgresTest() {
    super(TestDatabases.POSTGRES);
  }
}
