package dev.tributary.attribution.conversion;

import dev.tributary.runtime.testing.TestDatabases;

class EarlierConversionsPostgresTest extends EarlierConversionsTest {
  EarlierConversionsPostgresTest() {
    super(TestDatabases.POSTGRES);
  }
}
