package dev.tributary.runtime.group;

import dev.tributary.runtime.testing.TestDatabases;

class GroupWriterH2Test extends GroupWriterTest {
  GroupWriterH2Test() {
    super(TestDatabases.H2);
  }
}
