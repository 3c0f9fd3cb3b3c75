package dev.tributary.attribution.commission;

import dev.tributary.runtime.testing.TestDatabases;

class PayoutsH2Test extends PayoutsTest {
  PayoutsH2Test() {
    super(TestDatabases.H2);
  }
}
