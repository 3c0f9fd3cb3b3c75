package dev.tributary.attribution.promocode;

import dev.tributary.runtime.testing.TestDatabases;

class RefusedReservationsH2Test extends RefusedReservationsTest {
  RefusedReservationsH2Test() {
    super(TestDatabases.H2);
  }
}
