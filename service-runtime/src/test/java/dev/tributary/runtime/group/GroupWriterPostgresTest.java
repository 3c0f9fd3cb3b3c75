package dev.tributary.runtime.group;

import dev.tributary.runtime.testing.TestDatabases;

class GroupWriterPostgresTest extends GroupWriterTest {
  GroupWriterPostgresTest() {
    super(TestDatabases.POSTGRES);
  }
}
