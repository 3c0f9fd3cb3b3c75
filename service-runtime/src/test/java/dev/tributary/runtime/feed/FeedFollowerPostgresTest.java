package dev.tributary.runtime.feed;

import dev.tributary.runtime.testing.TestDatabases;

class FeedFollowerPostgresTest extends FeedFollowerTest {
  FeedFollowerPostgresTest() {
    super(TestDatabases.POSTGRES);
  }
}
