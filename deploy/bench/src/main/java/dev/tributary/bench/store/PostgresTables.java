package dev.tributary.bench.store;

import dev.tributary.bench.postgres.PostgresCluster;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Fills the table touch of a PostgreSQL database that a service has made, fast: without its
 * indexes, which are built afterwards, and by several connections, each on its own shards.
 */
public final class PostgresTables {
  private static final int WRITERS = 2;
  private static final int ROWS_PER_COPY = 10_000;

  private PostgresTables() {}

  /**
   * Fills the table.
   *
   * @param rows how many
   * @param persons whose touches they are
   */
  public static void fill(PostgresCluster cluster, String database, long rows, long persons) {
    try (Connection connection = cluster.connect(database)) {
      List<String> restore = dropIndexes(connection);
      long[] before = TouchHeads.of(connection);
      long[] last =
          IntStream.range(0, WRITERS)
              .parallel()
              .mapToObj(writer -> fill(cluster, database, writer, rows / WRITERS, persons, before))
              .reduce(before, PostgresTables::furthest);
      restore.forEach(sql -> Sql.execute(connection, sql));
      TouchHeads.set(connection, last);
      Sql.execute(connection, "vacuum (analyze) touch");
    } catch (SQLException unexpected) {
      throw new IllegalStateException(unexpected);
    }
  }

  private static long[] fill(
      PostgresCluster cluster,
      String database,
      int writer,
      long rows,
      long persons,
      long[] before) {
    TouchRows source = new TouchRows(persons, writer, before);
    try (Connection connection = cluster.connect(database)) {
      for (long done = 0; done < rows; done += ROWS_PER_COPY) {
        double age = 1 - (double) done / rows;
        List<TouchRow> some = new ArrayList<>();
        for (long row = done; row < Math.min(rows, done + ROWS_PER_COPY); row++) {
          some.add(source.past(shard -> shard % WRITERS == writer, age));
        }
        TouchCopy.copy(connection, some);
      }
    } catch (SQLException unexpected) {
      throw new IllegalStateException(unexpected);
    }
    return source.last();
  }

  /** Drops primary key and indexes, and answers the statements that bring them back. */
  private static List<String> dropIndexes(Connection connection) {
    List<String> restore =
        new ArrayList<>(
            Sql.texts(
                connection,
                """
                select format('alter table touch add constraint %I %s', conname,
                  pg_get_constraintdef(oid))
                from pg_constraint where conrelid = 'touch'::regclass and contype = 'p'"""));
    restore.addAll(
        Sql.texts(
            connection,
            """
            select pg_get_indexdef(indexrelid) from pg_index
            where indrelid = 'touch'::regclass and not indisprimary"""));
    Sql.texts(
            connection,
            """
            select format('alter table touch drop constraint %I', conname)
            from pg_constraint where conrelid = 'touch'::regclass and contype = 'p'
            union all
            select format('drop index %s', indexrelid::regclass) from pg_index
            where indrelid = 'touch'::regclass and not indisprimary""")
        .forEach(sql -> Sql.execute(connection, sql));
    return restore;
  }

  private static long[] furthest(long[] one, long[] other) {
    return IntStream.range(0, one.length).mapToLong(i -> Math.max(one[i], other[i])).toArray();
  }
}
