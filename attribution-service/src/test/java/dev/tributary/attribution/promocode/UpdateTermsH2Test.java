package dev.tributary.attribution.promocode;

import dev.tributary.runtime.testing.TestDatabases;

class UpdateTermsH2Test extends UpdateTermsTest {
  UpdateTermsH2Test() {
    super(TestDatabases.H2);
  }
}
