package dev.tributary.attribution.settle;

import dev.tributary.runtime.testing.TestDatabases;

class SubscriptionUsesH2Test extends SubscriptionUsesTest {
  SubscriptionUsesH2Test() {
    super(TestDatabases.H2);
  }
}
