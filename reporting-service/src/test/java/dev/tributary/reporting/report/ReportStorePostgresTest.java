package dev.tributary.reporting.report;

import dev.tributary.runtime.testing.TestDatabases;

class ReportStorePostgresTest extends ReportStoreTest {
  ReportStorePostgresTest() {
    super(TestDatabases.POSTGRES);
  }
}
