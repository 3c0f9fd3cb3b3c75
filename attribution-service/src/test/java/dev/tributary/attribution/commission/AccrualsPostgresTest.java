package dev.tributary.attribution.commission;

import dev.tributary.runtime.testing.TestDatabases;

class AccrualsPostgresTest extends AccrualsTest {
  AccrualsPostgresTest() {
    super(TestDatabases.POSTGRES);
  }
}
