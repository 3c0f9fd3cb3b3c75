package dev.tributary.attribution.commission;

import dev.tributary.runtime.testing.TestDatabases;

class WithheldChangesH2Test extends WithheldChangesTest {
  WithheldChangesH2Test() {
    super(TestDatabases.H2);
  }
}
