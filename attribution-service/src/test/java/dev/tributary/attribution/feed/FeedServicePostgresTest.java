package dev.tributary.attribution.feed;

import dev.tributary.runtime.testing.TestDatabases;

class FeedServicePostgresTest extends FeedServiceTest {
  FeedServicePostgresTest() {
    super(TestDatabases.POSTGRES);
  }
}
