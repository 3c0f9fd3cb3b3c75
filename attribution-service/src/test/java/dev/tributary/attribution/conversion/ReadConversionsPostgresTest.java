package dev.tributary.attribution.conversion;

import dev.tributary.runtime.testing.TestDatabases;

class ReadConversionsPostgresTest extends ReadConversionsTest {
  ReadConversionsPostgresTest() {
    super(TestDatabases.POSTGRES);
  }
}
