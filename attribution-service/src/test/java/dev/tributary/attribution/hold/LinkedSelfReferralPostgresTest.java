package dev.tributary.attribution.hold;

import dev.tributary.runtime.testing.TestDatabases;

class LinkedSelfReferralPostgresTest extends LinkedSelfReferralTest {
  LinkedSelfReferralPostgresTest() {
    super(TestDatabases.POSTGRES);
  }
}
