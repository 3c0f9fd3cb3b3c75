package dev.tributary.attribution.promocode;

import dev.tributary.runtime.testing.TestDatabases;

class CreatePromoCodesH2Test extends CreatePromoCodesTest {
  CreatePromoCodesH2Test() {
    super(TestDatabases.H2);
  }
}
