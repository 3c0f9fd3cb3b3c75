package dev.tributary.attribution.promocode;

import dev.tributary.runtime.testing.TestDatabases;

class RotationCommandsH2Test extends RotationCommandsTest {
  RotationCommandsH2Test() {
    super(TestDatabases.H2);
  }
}
