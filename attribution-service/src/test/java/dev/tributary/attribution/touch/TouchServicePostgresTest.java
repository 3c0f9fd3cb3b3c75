package dev.tributary.attribution.touch;

import dev.tributary.runtime.testing.TestDatabases;

class TouchServicePostgresTest extends TouchServiceTest {
  TouchServicePostgresTest() {
    super(TestDatabases.POSTGRES);
  }
}
