package dev.tributary.attribution.settle;

import dev.tributary.runtime.testing.TestDatabases;

class LinkedIdentitiesH2Test extends LinkedIdentitiesTest {
  LinkedIdentitiesH2Test() {
    super(TestDatabases.H2);
  }
}
