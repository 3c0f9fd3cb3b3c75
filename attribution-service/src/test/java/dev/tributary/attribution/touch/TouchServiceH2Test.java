package dev.tributary.attribution.touch;

import dev.tributary.runtime.testing.TestDatabases;

class TouchServiceH2Test extends TouchServiceTest {
  TouchServiceH2Test() {
    super(TestDatabases.H2);
  }
}
