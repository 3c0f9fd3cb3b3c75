package dev.tributary.attribution.hold;

import dev.tributary.runtime.testing.TestDatabases;

class RejectedBindingPostgresTest extends RejectedBindingTest {
  RejectedBindingPostgresTest() {
    super(TestDatabases.POSTGRES);
  }
}
