package dev.tributary.attribution.touch;

import dev.tributary.runtime.testing.TestDatabases;

class TouchesPostgresTest extends TouchesTest {
  TouchesPostgresTest() {
    super(TestDatabases.POSTGRES);
  }
}
