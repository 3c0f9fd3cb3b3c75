package db.ingestion;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.tributary.ingestion.v1.Comment;
import dev.tributary.ingestion.v1.Mention;
import dev.tributary.ingestion.v1.Observation;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;

/**
 * Fills observation_author from the stored messages, in which SQL cannot look. Flyway finds it by
 * its package.
 */
public final class AuthorsOfEarlierObservations implements JavaMigration {
  /** Messages in memory at once; each may have megabytes. */
  private static final int ROWS_AT_ONCE = 20;

  private static final String ENTRIES =
      """
      select shard, sequence, workspace, payload from feed_entry
      where kind = 'observation' and (shard, sequence) > (?, ?)
      order by shard, sequence fetch first %d rows only"""
          .formatted(ROWS_AT_ONCE);

  private static final String INSERT =
      """
      insert into observation_author (workspace, author_key, shard, sequence)
      values (?, ?, ?, ?)""";

  /** Made by Flyway. */
  public AuthorsOfEarlierObservations() {}

  @Override
  public MigrationVersion getVersion() {
    return MigrationVersion.fromVersion("012");
  }

  @Override
  public String getDescription() {
    return "authors of earlier observations";
  }

  /** None: the version alone tells that it ran. */
  @Override
  public @Nullable Integer getChecksum() {
    return null;
  }

  @Override
  public boolean canExecuteInTransaction() {
    return true;
  }

  @Override
  public void migrate(Context context) throws SQLException, InvalidProtocolBufferException {
    Connection connection = context.getConnection();
    try (PreparedStatement select = connection.prepareStatement(ENTRIES);
        PreparedStatement insert = connection.prepareStatement(INSERT)) {
      int shard = -1;
      long sequence = 0;
      int read = ROWS_AT_ONCE;
      while (read == ROWS_AT_ONCE) {
        select.setInt(1, shard);
        select.setLong(2, sequence);
        read = 0;
        try (ResultSet row = select.executeQuery()) {
          while (row.next()) {
            read++;
            shard = row.getInt("shard");
            sequence = row.getLong("sequence");
            add(insert, row);
          }
        }
        insert.executeBatch();
      }
    }
  }

  private static void add(PreparedStatement insert, ResultSet row)
      throws SQLException, InvalidProtocolBufferException {
    for (ByteString author : authors(Observation.parseFrom(row.getBytes("payload")))) {
      insert.setString(1, row.getString("workspace"));
      insert.setBytes(2, author.toByteArray());
      insert.setInt(3, row.getInt("shard"));
      insert.setLong(4, row.getLong("sequence"));
      insert.addBatch();
    }
  }

  private static Set<ByteString> authors(Observation observation) {
    return Stream.concat(
            observation.getComments().getCommentsList().stream().map(Comment::getAuthorKey),
            observation.getMentions().getMentionsList().stream().map(Mention::getAuthorKey))
        .filter(key -> !key.isEmpty())
        .collect(Collectors.toSet());
  }
}
