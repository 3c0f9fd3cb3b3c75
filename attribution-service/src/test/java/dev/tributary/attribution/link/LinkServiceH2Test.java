package dev.tributary.attribution.link;

import dev.tributary.runtime.testing.TestDatabases;

class LinkServiceH2Test extends LinkServiceTest {
  LinkServiceH2Test() {
    super(TestDatabases.H2);
  }
}
