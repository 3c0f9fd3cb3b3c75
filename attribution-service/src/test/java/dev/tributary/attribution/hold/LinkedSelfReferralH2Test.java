package dev.tributary.attribution.hold;

import dev.tributary.runtime.testing.TestDatabases;

class LinkedSelfReferralH2Test extends LinkedSelfReferralTest {
  LinkedSelfReferralH2Test() {
    super(TestDatabases.H2);
  }
}
