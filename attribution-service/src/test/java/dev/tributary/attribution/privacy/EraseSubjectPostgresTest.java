package dev.tributary.attribution.privacy;

import dev.tributary.runtime.testing.TestDatabases;

class EraseSubjectPostgresTest extends EraseSubjectTest {
  EraseSubjectPostgresTest() {
    super(TestDatabases.POSTGRES);
  }
}
