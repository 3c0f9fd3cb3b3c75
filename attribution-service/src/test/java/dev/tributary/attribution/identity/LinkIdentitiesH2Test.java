package dev.tributary.attribution.identity;

import dev.tributary.runtime.testing.TestDatabases;

class LinkIdentitiesH2Test extends LinkIdentitiesTest {
  LinkIdentitiesH2Test() {
    super(TestDatabases.H2);
  }
}
