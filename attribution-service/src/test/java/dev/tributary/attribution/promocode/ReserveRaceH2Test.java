package dev.tributary.attribution.promocode;

import dev.tributary.runtime.testing.TestDatabases;

class ReserveRaceH2Test extends ReserveRaceTest {
  ReserveRaceH2Test() {
    super(TestDatabases.H2);
  }
}
