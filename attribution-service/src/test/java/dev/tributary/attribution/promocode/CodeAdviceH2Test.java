package dev.tributary.attribution.promocode;

import dev.tributary.runtime.testing.TestDatabases;

class CodeAdviceH2Test extends CodeAdviceTest {
  CodeAdviceH2Test() {
    super(TestDatabases.H2);
  }
}
