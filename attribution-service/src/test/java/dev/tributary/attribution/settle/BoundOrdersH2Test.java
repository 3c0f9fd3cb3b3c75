package dev.tributary.attribution.settle;

import dev.tributary.runtime.testing.TestDatabases;

class BoundOrdersH2Test extends BoundOrdersTest {
  BoundOrdersH2Test() {
    super(TestDatabases.H2);
  }
}
