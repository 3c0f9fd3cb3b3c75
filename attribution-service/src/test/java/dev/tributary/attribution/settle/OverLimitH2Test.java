package dev.tributary.attribution.settle;

import dev.tributary.runtime.testing.TestDatabases;

class OverLimitH2Test extends OverLimitTest {
  OverLimitH2Test() {
    super(TestDatabases.H2);
  }
}
