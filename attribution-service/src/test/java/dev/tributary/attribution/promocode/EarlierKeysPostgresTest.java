package dev.tributary.attribution.promocode;

import dev.tributary.runtime.testing.TestDatabases;

class EarlierKeysPostgresTest extends EarlierKeysTest {
  EarlierKeysPostgresTest() {
    super(TestDatabases.POSTGRES);
  }
}
