package dev.tributary.attribution.promocode;

import dev.tributary.runtime.testing.TestDatabases;

class EarlierKeysH2Test extends EarlierKeysTest {
  EarlierKeysH2Test() {
    super(TestDatabases.H2);
  }
}
