package dev.tributary.attribution.promocode;

import dev.tributary.runtime.testing.TestDatabases;

class CreatePromoCodesPostgresTest extends CreatePromoCodesTest {
  CreatePromoCodesPostgresTest() {
    super(TestDatabases.POSTGRES);
  }
}
