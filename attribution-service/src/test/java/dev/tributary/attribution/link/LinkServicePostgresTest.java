package dev.tributary.attribution.link;

import dev.tributary.runtime.testing.TestDatabases;

class LinkServicePostgresTest extends LinkServiceTest {
  LinkServicePostgresTest() {
    super(TestDatabases.POSTGRES);
  }
}
