package dev.tributary.attribution.promocode;

import dev.tributary.runtime.testing.TestDatabases;

class UpdatePromoCodeH2Test extends UpdatePromoCodeTest {
  UpdatePromoCodeH2Test() {
    super(TestDatabases.H2);
  }
}
