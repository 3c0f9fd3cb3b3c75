package dev.tributary.attribution.hold;

import dev.tributary.runtime.testing.TestDatabases;

class RejectedBindingH2Test extends RejectedBindingTest {
  RejectedBindingH2Test() {
    super(TestDatabases.H2);
  }
}
