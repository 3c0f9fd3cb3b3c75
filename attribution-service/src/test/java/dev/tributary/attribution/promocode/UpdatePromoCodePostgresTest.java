package dev.tributary.attribution.promocode;

import dev.tributary.runtime.testing.TestDatabases;

class UpdatePromoCodePostgresTest extends UpdatePromoCodeTest {
  UpdatePromoCodePostgresTest() {
    super(TestDatabases.POSTGRES);
  }
}
