package dev.tributary.attribution.promocode;

import dev.tributary.runtime.testing.TestDatabases;

class HoldSweeperH2Test extends HoldSweeperTest {
  HoldSweeperH2Test() {
    super(TestDatabases.H2);
  }
}
