package dev.tributary.attribution.storefront;

import dev.tributary.runtime.testing.TestDatabases;

class StorefrontsPostgresTest extends StorefrontsTest {
  StorefrontsPostgresTest() {
    super(TestDatabases.POSTGRES);
  }
}
