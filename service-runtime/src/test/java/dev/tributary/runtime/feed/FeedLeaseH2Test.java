package dev.tributary.runtime.feed;

import dev.tributary.runtime.testing.TestDatabases;

class FeedLeaseH2Test extends FeedLeaseTest {
  FeedLeaseH2Test() {
    super(TestDatabases.H2);
  }
}
