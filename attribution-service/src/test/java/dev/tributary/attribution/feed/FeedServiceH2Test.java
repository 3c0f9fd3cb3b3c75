package dev.tributary.attribution.feed;

import dev.tributary.runtime.testing.TestDatabases;

class FeedServiceH2Test extends FeedServiceTest {
  FeedServiceH2Test() {
    super(TestDatabases.H2);
  }
}
