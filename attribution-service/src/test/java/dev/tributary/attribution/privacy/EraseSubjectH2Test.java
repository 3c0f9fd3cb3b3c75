package dev.tributary.attribution.privacy;

import dev.tributary.runtime.testing.TestDatabases;

class EraseSubjectH2Test extends EraseSubjectTest {
  EraseSubjectH2Test() {
    super(TestDatabases.H2);
  }
}
