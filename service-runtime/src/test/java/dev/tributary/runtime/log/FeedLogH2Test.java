package dev.tributary.runtime.log;

import dev.tributary.runtime.testing.TestDatabases;

class FeedLogH2Test extends FeedLogTest {
  FeedLogH2Test() {
    super(TestDatabases.H2);
  }
}
