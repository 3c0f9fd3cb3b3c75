package dev.tributary.attribution.promocode;

import dev.tributary.runtime.testing.TestDatabases;

class ReservePromoCodePostgresTest extends ReservePromoCodeTest {
  ReservePromoCodePostgresTest() {
    super(TestDatabases.POSTGRES);
  }
}
