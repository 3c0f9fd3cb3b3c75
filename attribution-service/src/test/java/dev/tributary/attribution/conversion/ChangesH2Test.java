package dev.tributary.attribution.conversion;

import dev.tributary.runtime.testing.TestDatabases;

class ChangesH2Test extends ChangesTest {
  ChangesH2Test() {
    super(TestDatabases.H2);
  }
}
