package dev.tributary.attribution.settle;

import dev.tributary.runtime.testing.TestDatabases;

class LinkedIdentitiesPostgresTest extends LinkedIdentitiesTest {
  LinkedIdentitiesPostgresTest() {
    super(TestDatabases.POSTGRES);
  }
}
