package dev.tributary.attribution.conversion;

import dev.tributary.runtime.testing.TestDatabases;

class GoalsH2Test extends GoalsTest {
  GoalsH2Test() {
    super(TestDatabases.H2);
  }
}
