package dev.tributary.attribution.conversion;

import dev.tributary.runtime.testing.TestDatabases;

class GoalsPostgresTest extends GoalsTest {
  GoalsPostgresTest() {
    super(TestDatabases.POSTGRES);
  }
}
