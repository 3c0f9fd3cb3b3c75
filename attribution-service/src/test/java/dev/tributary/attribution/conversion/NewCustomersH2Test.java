package dev.tributary.attribution.conversion;

import dev.tributary.runtime.testing.TestDatabases;

class NewCustomersH2Test extends NewCustomersTest {
  NewCustomersH2Test() {
    super(TestDatabases.H2);
  }
}
