package dev.tributary.attribution.settle;

import dev.tributary.runtime.testing.TestDatabases;

class RenewalsH2Test extends RenewalsTest {
  RenewalsH2Test() {
    super(TestDatabases.H2);
  }
}
