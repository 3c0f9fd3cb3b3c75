package dev.tributary.attribution.health;

import dev.tributary.runtime.testing.TestDatabases;

class GetCodeHealthPostgresTest extends GetCodeHealthTest {
  GetCodeHealthPostgresTest() {
    super(TestDatabases.POSTGRES);
  }
}
