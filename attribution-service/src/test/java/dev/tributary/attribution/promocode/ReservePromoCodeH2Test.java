package dev.tributary.attribution.promocode;

import dev.tributary.runtime.testing.TestDatabases;

class ReservePromoCodeH2Test extends ReservePromoCodeTest {
  ReservePromoCodeH2Test() {
    super(TestDatabases.H2);
  }
}
