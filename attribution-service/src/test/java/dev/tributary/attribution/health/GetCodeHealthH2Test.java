package dev.tributary.attribution.health;

import dev.tributary.runtime.testing.TestDatabases;

class GetCodeHealthH2Test extends GetCodeHealthTest {
  GetCodeHealthH2Test() {
    super(TestDatabases.H2);
  }
}
