package dev.tributary.attribution.promocode;

import dev.tributary.runtime.testing.TestDatabases;

class RefusedReservationsPostgresTest extends RefusedReservationsTest {
  RefusedReservationsPostgresTest() {
    super(TestDatabases.POSTGRES);
  }
}
