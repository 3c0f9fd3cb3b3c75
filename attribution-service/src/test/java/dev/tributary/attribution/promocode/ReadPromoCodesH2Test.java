package dev.tributary.attribution.promocode;

import dev.tributary.runtime.testing.TestDatabases;

class ReadPromoCodesH2Test extends ReadPromoCodesTest {
  ReadPromoCodesH2Test() {
    super(TestDatabases.H2);
  }
}
