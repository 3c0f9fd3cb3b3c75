package dev.tributary.reporting.report;

import dev.tributary.runtime.testing.TestDatabases;

class ReportStoreH2Test extends ReportStoreTest {
  ReportStoreH2Test() {
    super(TestDatabases.H2);
  }
}
