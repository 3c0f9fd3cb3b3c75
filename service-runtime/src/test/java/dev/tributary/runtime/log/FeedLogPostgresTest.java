package dev.tributary.runtime.log;

import dev.tributary.runtime.testing.TestDatabases;

class FeedLogPostgresTest extends FeedLogTest {
  FeedLogPostgresTest() {
    super(TestDatabases.POSTGRES);
  }
}
