package dev.tributary.attribution.settle;

import dev.tributary.runtime.testing.TestDatabases;

class CodeUsesPostgresTest extends CodeUsesTest {
  CodeUsesPostgresTest() {
    super(TestDatabases.POSTGRES);
  }
}
