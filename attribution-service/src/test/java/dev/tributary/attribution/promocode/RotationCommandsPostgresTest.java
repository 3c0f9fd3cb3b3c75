package dev.tributary.attribution.promocode;

import dev.tributary.runtime.testing.TestDatabases;

class RotationCommandsPostgresTest extends RotationCommandsTest {
  RotationCommandsPostgresTest() {
    super(TestDatabases.POSTGRES);
  }
}
