package dev.tributary.attribution.hold;

import dev.tributary.runtime.testing.TestDatabases;

class HoldServiceH2Test extends HoldServiceTest {
  HoldServiceH2Test() {
    super(TestDatabases.H2);
  }
}
