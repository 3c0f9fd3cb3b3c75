package dev.tributary.runtime.feed;

import dev.tributary.runtime.testing.TestDatabases;

class FeedFollowerH2Test extends FeedFollowerTest {
  FeedFollowerH2Test() {
    super(TestDatabases.H2);
  }
}
