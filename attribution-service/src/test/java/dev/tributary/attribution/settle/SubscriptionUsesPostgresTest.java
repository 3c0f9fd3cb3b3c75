package dev.tributary.attribution.settle;

import dev.tributary.runtime.testing.TestDatabases;

class SubscriptionUsesPostgresTest extends SubscriptionUsesTest {
  SubscriptionUsesPostgresTest() {
    super(TestDatabases.POSTGRES);
  }
}
