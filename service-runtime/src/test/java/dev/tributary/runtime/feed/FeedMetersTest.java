package dev.tributary.runtime.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.runtime.database.Database;
import dev.tributary.runtime.telemetry.MeteringConfig;
import dev.tributary.runtime.telemetry.Telemetry;
import dev.tributary.runtime.testing.Scrape;
import dev.tributary.runtime.testing.TestDatabases;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FeedMetersTest {
  private static final String WITH =
      "{feed=\"ingestion\",otel_scope_name=\"dev.tributary\",service=\"metrics\"} ";

  @Test
  void a_followed_feed_shows_its_lag_and_its_pages() throws Exception {
    int port = Scrape.freePort();
    try (ServedLog log = new ServedLog();
        Database database = TestDatabases.h2("db/follower", "db/test");
        Telemetry telemetry = Telemetry.open(new MeteringConfig("127.0.0.1", port))) {
      log.append(10);
      try (Rival rival = Rival.start(log, database, AppliedEntries::insert)) {
        FeedMeters.observe(telemetry.meter(), "metrics", Map.of(ServedLog.FEED, rival.follower()));
        assertThat(Scrape.until(port, "tributary_feed_pages_total" + WITH + "1.0"))
            .contains(
                "tributary_feed_pages_total" + WITH + "1.0",
                "tributary_feed_lag_seconds" + WITH + "0.0",
                "tributary_feed_missing" + WITH + "0.0");
      }
    }
  }
}
