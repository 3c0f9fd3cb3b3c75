package dev.tributary.attribution.conversion;

import dev.tributary.runtime.testing.TestDatabases;

class WindowsH2Test extends WindowsTest {
  WindowsH2Test() {
    super(TestDatabases.H2);
  }
}
