package dev.tributary.runtime.feed;

import dev.tributary.runtime.testing.TestDatabases;

class GaplessFeedPostgresTest extends GaplessFeedTest {
  GaplessFeedPostgresTest() {
    super(TestDatabases.POSTGRES);
  }
}
