package dev.tributary.attribution.settle;

import dev.tributary.runtime.testing.TestDatabases;

class LateTouchesPostgresTest extends LateTouchesTest {
  LateTouchesPostgresTest() {
    super(TestDatabases.POSTGRES);
  }
}
