package dev.tributary.attribution.conversion;

import dev.tributary.runtime.testing.TestDatabases;

class ReadConversionsH2Test extends ReadConversionsTest {
  ReadConversionsH2Test() {
    super(TestDatabases.H2);
  }
}
