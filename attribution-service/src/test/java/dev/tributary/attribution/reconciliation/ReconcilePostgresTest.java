package dev.tributary.attribution.reconciliation;

import dev.tributary.runtime.testing.TestDatabases;

class ReconcilePostgresTest extends ReconcileTest {
  ReconcilePostgresTest() {
    super(TestDatabases.POSTGRES);
  }
}
