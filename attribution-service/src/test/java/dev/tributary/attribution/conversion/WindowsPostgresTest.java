package dev.tributary.attribution.conversion;

import dev.tributary.runtime.testing.TestDatabases;

class WindowsPostgresTest extends WindowsTest {
  WindowsPostgresTest() {
    super(TestDatabases.POSTGRES);
  }
}
