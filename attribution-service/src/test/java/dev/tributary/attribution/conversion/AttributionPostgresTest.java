package dev.tributary.attribution.conversion;

import dev.tributary.runtime.testing.TestDatabases;

class AttributionPostgresTest extends AttributionTest {
  AttributionPostgresTest() {
    super(TestDatabases.POSTGRES);
  }
}
