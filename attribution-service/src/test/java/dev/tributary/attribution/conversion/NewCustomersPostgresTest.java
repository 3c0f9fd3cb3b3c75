package dev.tributary.attribution.conversion;

import dev.tributary.runtime.testing.TestDatabases;

class NewCustomersPostgresTest extends NewCustomersTest {
  NewCustomersPostgresTest() {
    super(TestDatabases.POSTGRES);
  }
}
