package dev.tributary.attribution.promocode;

import dev.tributary.runtime.testing.TestDatabases;

class ReadPromoCodesPostgresTest extends ReadPromoCodesTest {
  ReadPromoCodesPostgresTest() {
    super(TestDatabases.POSTGRES);
  }
}
