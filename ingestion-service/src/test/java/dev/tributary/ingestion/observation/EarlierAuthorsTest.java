package dev.tributary.ingestion.observation;

import static dev.tributary.ingestion.testing.ObservationSamples.postCounters;
import static dev.tributary.ingestion.testing.OpinionSamples.comments;
import static dev.tributary.ingestion.testing.OpinionSamples.mentionsOfKeyword;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import db.ingestion.AuthorsOfEarlierObservations;
import dev.tributary.ingestion.testing.TestPersons;
import dev.tributary.ingestion.v1.Observation;
import dev.tributary.runtime.database.Database;
import dev.tributary.runtime.group.GroupConfig;
import dev.tributary.runtime.log.FeedLog;
import dev.tributary.runtime.testing.FixedClock;
import dev.tributary.runtime.testing.TestDatabases;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.migration.Context;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Observations that were recorded before it was noted who is named in which. */
@ParameterizedClass
@EnumSource
class EarlierAuthorsTest {
  private final FixedClock clock = FixedClock.at("2026-03-12T12:00:00Z");
  private final Database database;
  private final Observations observations;

  EarlierAuthorsTest(TestDatabases kind) {
    database = kind.open("db/log", "db/ingestion");
    observations =
        new Observations(
            database,
            new GroupConfig(1, 4_000, 8 << 20),
            new FeedLog("ingestion", clock),
            TestPersons.hasher(),
            clock,
            () -> {});
  }

  @AfterEach
  void close() {
    observations.close();
    database.close();
  }

  @Test
  void a_migration_notes_the_authors_of_all_of_them() {
    List<Observation> batch = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      batch.add(comments("c-" + i, "post-" + i).build());
      batch.add(postCounters("p-" + i, "post-" + i).build());
    }
    batch.add(mentionsOfKeyword("m-1", "glow").build());
    assertThat(observations.record("acme", batch, 1).join().verdicts()).hasSize(101);
    List<?> noted = rows();
    assertThat(noted).hasSize(51);

    database.write(EarlierAuthorsTest::migrated);

    assertThat(rows()).isEqualTo(noted);
  }

  private List<?> rows() {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    select workspace || ' ' || shard || ' ' || sequence from observation_author
                    order by 1""")
                .mapTo(String.class)
                .list());
  }

  private static boolean migrated(Handle handle) {
    try {
      handle.execute("delete from observation_author");
      new AuthorsOfEarlierObservations().migrate(new OnConnection(handle.getConnection()));
      return true;
    } catch (SQLException | InvalidProtocolBufferException fault) {
      throw new IllegalStateException(fault);
    }
  }

  private record OnConnection(Connection connection) implements Context {
    @Override
    public Configuration getConfiguration() {
      return new FluentConfiguration();
    }

    @Override
    public Connection getConnection() {
      return connection;
    }
  }
}
