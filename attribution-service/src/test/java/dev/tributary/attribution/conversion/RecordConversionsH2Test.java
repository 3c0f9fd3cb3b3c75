package dev.tributary.attribution.conversion;

import dev.tributary.runtime.testing.TestDatabases;

class RecordConversionsH2Test extends RecordConversionsTest {
  RecordConversionsH2Test() {
    super(TestDatabases.H2);
  }
}
