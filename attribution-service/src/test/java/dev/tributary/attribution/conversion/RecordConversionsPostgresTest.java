package dev.tributary.attribution.conversion;

import dev.tributary.runtime.testing.TestDatabases;

class RecordConversionsPostgresTest extends RecordConversionsTest {
  RecordConversionsPostgresTest() {
    super(TestDatabases.POSTGRES);
  }
}
