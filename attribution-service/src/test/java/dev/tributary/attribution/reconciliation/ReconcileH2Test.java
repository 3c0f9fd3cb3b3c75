package dev.tributary.attribution.reconciliation;

import dev.tributary.runtime.testing.TestDatabases;

class ReconcileH2Test extends ReconcileTest {
  ReconcileH2Test() {
    super(TestDatabases.H2);
  }
}
