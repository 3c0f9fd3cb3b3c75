package dev.tributary.attribution.conversion;

import dev.tributary.runtime.testing.TestDatabases;

class EarlierConversionsH2Test extends EarlierConversionsTest {
  EarlierConversionsH2Test() {
    super(TestDatabases.H2);
  }
}
