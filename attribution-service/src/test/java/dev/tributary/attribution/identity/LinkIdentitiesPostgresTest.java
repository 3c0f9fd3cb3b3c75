package dev.tributary.attribution.identity;

import dev.tributary.runtime.testing.TestDatabases;

class LinkIdentitiesPostgresTest extends LinkIdentitiesTest {
  LinkIdentitiesPostgresTest() {
    super(TestDatabases.POSTGRES);
  }
}
