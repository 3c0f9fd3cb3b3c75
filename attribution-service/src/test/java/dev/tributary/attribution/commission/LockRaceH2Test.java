package dev.tributary.attribution.commission;

import dev.tributary.runtime.testing.TestDatabases;

class LockRaceH2Test extends LockRaceTest {
  LockRaceH2Test() {
    super(TestDatabases.H2);
  }
}
