package dev.tributary.attribution.promocode;

import dev.tributary.runtime.testing.TestDatabases;

class RotatedUsesH2Test extends RotatedUsesTest {
  RotatedUsesH2Test() {
    super(TestDatabases.H2);
  }
}
