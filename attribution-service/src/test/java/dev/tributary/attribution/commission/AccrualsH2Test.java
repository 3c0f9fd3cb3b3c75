package dev.tributary.attribution.commission;

import dev.tributary.runtime.testing.TestDatabases;

class AccrualsH2Test extends AccrualsTest {
  AccrualsH2Test() {
    super(TestDatabases.H2);
  }
}
