package dev.tributary.attribution.promocode;

import dev.tributary.runtime.testing.TestDatabases;

class RotatePromoCodesH2Test extends RotatePromoCodesTest {
  RotatePromoCodesH2Test() {
    super(TestDatabases.H2);
  }
}
