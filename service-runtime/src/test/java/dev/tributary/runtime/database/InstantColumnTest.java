package dev.tributary.runtime.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.runtime.testing.TestDatabases;
import java.time.Instant;
import java.util.Optional;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Times must not depend on the zone of the machine. */
class InstantColumnTest {
  private static final Instant FIRST_HALF_PAST_TWO = Instant.parse("2026-10-25T00:30:00.000001Z");
  private static final Instant SECOND_HALF_PAST_TWO = Instant.parse("2026-10-25T01:30:00.000001Z");

  private final TimeZone zone = TimeZone.getDefault();

  @BeforeEach
  void live_where_clocks_are_set_back() {
    TimeZone.setDefault(TimeZone.getTimeZone("Europe/Berlin"));
  }

  @AfterEach
  void restore_the_zone() {
    TimeZone.setDefault(zone);
  }

  @ParameterizedTest
  @EnumSource
  void both_times_of_the_hour_that_exists_twice_are_kept(TestDatabases kind) {
    try (Database database = kind.open("db/log")) {
      assertThat(stored(database, FIRST_HALF_PAST_TWO)).contains(FIRST_HALF_PAST_TWO);
      assertThat(stored(database, SECOND_HALF_PAST_TWO)).contains(SECOND_HALF_PAST_TWO);
    }
  }

  private static Optional<Instant> stored(Database database, Instant time) {
    return database.write(
        handle -> {
          handle.execute("delete from feed_entry");
          handle
              .createUpdate(
                  """
                  insert into feed_entry (shard, sequence, workspace, kind, payload, record_time)
                  values (1, 1, 'default', 'test', :payload, :time)""")
              .bind("payload", new byte[0])
              .bind("time", Optional.of(time))
              .execute();
          return handle
              .createQuery("select record_time from feed_entry")
              .map((row, context) -> Columns.optionalTime(row, "record_time"))
              .one();
        });
  }
}
