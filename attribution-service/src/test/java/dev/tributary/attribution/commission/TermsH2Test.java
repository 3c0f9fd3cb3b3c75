package dev.tributary.attribution.commission;

import dev.tributary.runtime.testing.TestDatabases;

class TermsH2Test extends TermsTest {
  TermsH2Test() {
    super(TestDatabases.H2);
  }
}
