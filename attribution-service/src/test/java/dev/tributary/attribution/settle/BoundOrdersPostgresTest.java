package dev.tributary.attribution.settle;

import dev.tributary.runtime.testing.TestDatabases;

class BoundOrdersPostgresTest extends BoundOrdersTest {
  BoundOrdersPostgresTest() {
    super(TestDatabases.POSTGRES);
  }
}
