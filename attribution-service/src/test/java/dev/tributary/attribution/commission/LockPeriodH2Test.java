package dev.tributary.attribution.commission;

import dev.tributary.runtime.testing.TestDatabases;

class LockPeriodH2Test extends LockPeriodTest {
  LockPeriodH2Test() {
    super(TestDatabases.H2);
  }
}
