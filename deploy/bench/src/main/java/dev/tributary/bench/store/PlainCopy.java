package dev.tributary.bench.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * (c) What PostgreSQL can take at all: the same rows into the same table by COPY, with the places
 * given out in memory. No head is locked, nothing is looked up.
 */
public final class PlainCopy implements GroupWork<List<TouchRow>> {
  private final List<Connection> connections;
  private final List<TouchRows> rows;

  /**
   * Writers on a database that nobody else writes to.
   *
   * @param persons whose touches they write
   */
  public PlainCopy(PostgresStage stage, int writers, long persons) {
    this.connections =
        IntStream.range(0, writers)
            .mapToObj(writer -> stage.cluster().connect(stage.database()))
            .toList();
    long[] last = TouchHeads.of(connections.get(0));
    this.rows =
        IntStream.range(0, writers)
            .mapToObj(writer -> new TouchRows(persons, 1000 + writer, last))
            .toList();
    connections.forEach(PlainCopy::begin);
  }

  @Override
  public List<TouchRow> prepare(int writer) {
    List<TouchRow> group = new ArrayList<>(GROUP);
    for (int i = 0; i < GROUP; i++) {
      group.add(rows.get(writer).next(shard -> shard % rows.size() == writer));
    }
    return group;
  }

  @Override
  public int write(int writer, List<TouchRow> group) {
    Connection connection = connections.get(writer);
    TouchCopy.copy(connection, group);
    Sql.commit(connection);
    return group.size();
  }

  @Override
  public long rows() {
    return Sql.number(connections.get(0), "select count(*) from touch");
  }

  @Override
  public void close() {
    connections.forEach(Sql::close);
  }

  private static void begin(Connection connection) {
    try {
      connection.setAutoCommit(false);
    } catch (SQLException refused) {
      throw new IllegalStateException(refused);
    }
  }
}
