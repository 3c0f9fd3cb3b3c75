package dev.tributary.attribution.settle;

import dev.tributary.runtime.testing.TestDatabases;

class CodeUsesH2Test extends CodeUsesTest {
  CodeUsesH2Test() {
    super(TestDatabases.H2);
  }
}
