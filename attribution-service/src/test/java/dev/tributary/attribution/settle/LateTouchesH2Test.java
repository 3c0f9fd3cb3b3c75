package dev.tributary.attribution.settle;

import dev.tributary.runtime.testing.TestDatabases;

class LateTouchesH2Test extends LateTouchesTest {
  LateTouchesH2Test() {
    super(TestDatabases.H2);
  }
}
