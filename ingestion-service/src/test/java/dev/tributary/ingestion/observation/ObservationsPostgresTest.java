package dev.tributary.ingestion.observation;

import dev.tributary.runtime.testing.TestDatabases;

class ObservationsPostgresTest extends ObservationsTest {
  ObservationsPostgresTest() {
    super(TestDatabases.POSTGRES);
  }
}
