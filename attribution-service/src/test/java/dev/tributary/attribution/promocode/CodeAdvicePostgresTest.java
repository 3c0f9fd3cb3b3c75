package dev.tributary.attribution.promocode;

import dev.tributary.runtime.testing.TestDatabases;

class CodeAdvicePostgresTest extends CodeAdviceTest {
  CodeAdvicePostgresTest() {
    super(TestDatabases.POSTGRES);
  }
}
