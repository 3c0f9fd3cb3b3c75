package dev.tributary.attribution.promocode;

import dev.tributary.runtime.testing.TestDatabases;

class UpdateTermsPostgresTest extends UpdateTermsTest {
  UpdateTermsPostgresTest() {
    super(TestDatabases.POSTGRES);
  }
}
