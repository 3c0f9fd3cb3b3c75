package dev.tributary.attribution.commission;

import dev.tributary.runtime.testing.TestDatabases;

class EarlierPostingsH2Test extends EarlierPostingsTest {
  EarlierPostingsH2Test() {
    super(TestDatabases.H2);
  }
}
