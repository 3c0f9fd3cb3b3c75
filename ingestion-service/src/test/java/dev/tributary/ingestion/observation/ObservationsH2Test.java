package dev.tributary.ingestion.observation;

import dev.tributary.runtime.testing.TestDatabases;

class ObservationsH2Test extends ObservationsTest {
  ObservationsH2Test() {
    super(TestDatabases.H2);
  }
}
