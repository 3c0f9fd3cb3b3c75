package dev.tributary.attribution.settle;

import dev.tributary.runtime.testing.TestDatabases;

class OverLimitPostgresTest extends OverLimitTest {
  OverLimitPostgresTest() {
    super(TestDatabases.POSTGRES);
  }
}
