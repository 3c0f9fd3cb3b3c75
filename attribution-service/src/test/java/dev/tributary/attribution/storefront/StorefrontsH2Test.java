package dev.tributary.attribution.storefront;

import dev.tributary.runtime.testing.TestDatabases;

class StorefrontsH2Test extends StorefrontsTest {
  StorefrontsH2Test() {
    super(TestDatabases.H2);
  }
}
