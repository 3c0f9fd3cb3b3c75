package dev.tributary.attribution.conversion;

import dev.tributary.runtime.testing.TestDatabases;

class AttributionH2Test extends AttributionTest {
  AttributionH2Test() {
    super(TestDatabases.H2);
  }
}
