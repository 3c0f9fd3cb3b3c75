package dev.tributary.attribution.promocode;

import dev.tributary.runtime.testing.TestDatabases;

class RotatePromoCodesPostgresTest extends RotatePromoCodesTest {
  RotatePromoCodesPostgresTest() {
    super(TestDatabases.POSTGRES);
  }
}
