package dev.tributary.runtime.group;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tributary.runtime.api.ApiException;
import dev.tributary.runtime.database.Database;
import dev.tributary.runtime.log.FeedLog;
import dev.tributary.runtime.telemetry.MeteringConfig;
import dev.tributary.runtime.telemetry.Telemetry;
import dev.tributary.runtime.testing.Scrape;
import dev.tributary.runtime.testing.TestDatabases;
import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What an operator sees of a group writer. */
class GroupMetersTest {
  private static final GroupConfig CONFIG = new GroupConfig(1, 2_000, 1 << 20);

  @Test
  void groups_their_duration_and_refusals_are_counted_by_queue() throws Exception {
    int port = Scrape.freePort();
    try (Telemetry telemetry = Telemetry.open(new MeteringConfig("127.0.0.1", port));
        Database database = TestDatabases.H2.open("db/log", "db/group");
        GroupWriter<Note, String> writer = writer(database).measuredBy(telemetry.meter())) {
      writer.submit("a", notes(70), 1).get(30, SECONDS);
      assertThatThrownBy(() -> writer.submit("a", notes(1_001), 1))
          .isInstanceOf(ApiException.class);
      String page = Scrape.until(port, "} 70.0");
      assertThat(page)
          .containsPattern(shown("tributary_write_group_sum", "70\\.0"))
          .containsPattern(shown("tributary_write_duration_seconds_count", "1"))
          .containsPattern(shown("tributary_write_refused_total", "1\\.0"))
          .containsPattern(shown("tributary_write_queue", "0\\.0"));
    }
  }

  private static String shown(String name, String value) {
    return name + "\\{[^}]*queue=\"notes\"[^}]*\\} " + value;
  }

  private static GroupWriter<Note, String> writer(Database database) {
    return GroupWriter.start(
        "notes",
        CONFIG,
        database,
        new FeedLog("test", Clock.systemUTC()),
        new NoteWork(),
        () -> {});
  }

  private static List<Note> notes(int count) {
    return IntStream.range(0, count).mapToObj(i -> new Note("a", i % 64, "n" + i, "")).toList();
  }
}
