package dev.tributary.runtime.feed;

import dev.tributary.runtime.testing.TestDatabases;

class GaplessFeedH2Test extends GaplessFeedTest {
  GaplessFeedH2Test() {
    super(TestDatabases.H2);
  }
}
