package dev.tributary.attribution.promocode;

import dev.tributary.runtime.testing.TestDatabases;

class ReactivationH2Test extends ReactivationTest {
  ReactivationH2Test() {
    super(TestDatabases.H2);
  }
}
