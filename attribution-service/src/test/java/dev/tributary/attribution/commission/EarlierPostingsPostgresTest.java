package dev.tributary.attribution.commission;

import dev.tributary.runtime.testing.TestDatabases;

class EarlierPostingsPostgresTest extends EarlierPostingsTest {
  EarlierPostingsPostgresTest() {
    super(TestDatabases.POSTGRES);
  }
}
