package dev.tributary.attribution.conversion;

import dev.tributary.runtime.testing.TestDatabases;

class RefusedItemsPostgresTest extends RefusedItemsTest {
  RefusedItemsPostgresTest() {
    super(TestDatabases.POSTGRES);
  }
}
