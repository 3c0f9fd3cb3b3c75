package dev.tributary.attribution.touch;

import dev.tributary.runtime.testing.TestDatabases;

class TouchesH2Test extends TouchesTest {
  TouchesH2Test() {
    super(TestDatabases.H2);
  }
}
