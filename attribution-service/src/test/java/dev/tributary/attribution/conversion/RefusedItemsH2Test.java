package dev.tributary.attribution.conversion;

import dev.tributary.runtime.testing.TestDatabases;

class RefusedItemsH2Test extends RefusedItemsTest {
  RefusedItemsH2Test() {
    super(TestDatabases.H2);
  }
}
