package dev.tributary.attribution.promocode;

import dev.tributary.runtime.testing.TestDatabases;

class BrokenRotationH2Test extends BrokenRotationTest {
  BrokenRotationH2Test() {
    super(TestDatabases.H2);
  }
}
