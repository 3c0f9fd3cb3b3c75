package dev.tributary.runtime.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tributary.runtime.testing.TestDatabases;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What every service may rely on, whichever database it runs on. */
abstract class DatabaseTest {
  private final TestDatabases kind;
  private final DatabaseConfig config;
  private Database database;

  DatabaseTest(TestDatabases kind) {
    this.kind = kind;
    this.config = kind.fresh();
    this.database = Database.open(config, "db/log", "db/follower", "db/test");
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void what_is_written_is_there_after_a_restart() {
    insert("a", 1);
    database.close();
    database = Database.open(config, "db/log", "db/follower", "db/test");
    assertThat(valueOf("a")).isEqualTo(1);
  }

  @Test
  void a_write_that_throws_leaves_nothing_and_throws_on() {
    var fault = new IllegalArgumentException("no");
    assertThatThrownBy(
            () ->
                database.write(
                    handle -> {
                      insert(handle, "a", 1);
                      throw fault;
                    }))
        .isSameAs(fault);
    assertThat(count()).isZero();
  }

  @Test
  void a_snapshot_sees_one_moment_across_tables_while_others_write() {
    insert("a", 1);
    database.<Void>snapshot(
        handle -> {
          assertThat(count(handle)).isEqualTo(1);
          CompletableFuture.runAsync(this::writeToBothTables).join();
          assertThat(count(handle)).isEqualTo(1);
          assertThat(
                  handle.createQuery("select count(*) from other_thing").mapTo(Integer.class).one())
              .isZero();
          return null;
        });
    assertThat(count()).isEqualTo(2);
  }

  @Test
  void statements_of_a_plain_read_see_what_was_committed_meanwhile() {
    database.<Void>read(
        handle -> {
          assertThat(count(handle)).isZero();
          CompletableFuture.runAsync(this::writeToBothTables).join();
          assertThat(count(handle)).isEqualTo(1);
          return null;
        });
  }

  @Test
  void a_duplicate_key_can_be_ignored_without_losing_the_transaction() {
    insert("a", 1);
    int[] inserted =
        database.write(
            handle -> {
              var batch =
                  handle.prepareBatch(
                      "insert into thing (id, amount) values (?, ?) on conflict do nothing");
              return batch.add("a", 2).add("b", 2).add("b", 3).execute();
            });
    assertThat(inserted).containsExactly(0, 1, 0);
    assertThat(valueOf("a")).isEqualTo(1);
    assertThat(valueOf("b")).isEqualTo(2);
  }

  @Test
  void keys_are_sorted_bytewise_and_nulls_last() {
    for (String id : List.of("b", "B", "a", "#1001", "é", "Z")) {
      insert(id, 1);
    }
    assertThat(strings("select id from thing order by id"))
        .containsExactly("#1001", "B", "Z", "a", "b", "é");
    assertThat(strings("select v from (values ('b'), (null), ('a')) as rows (v) order by v"))
        .containsExactly("a", "b", null);
  }

  @Test
  void a_fault_of_a_statement_is_no_fault_of_the_connection() {
    assertThatThrownBy(
            () ->
                database.read(
                    handle -> handle.createQuery("select 1 from nowhere").mapTo(int.class).one()))
        .satisfies(fault -> assertThat(Dialect.isConnectionFault(fault)).isFalse());
  }

  @Test
  void a_database_that_is_gone_is_a_fault_of_the_connection() {
    database.close();
    assertThatThrownBy(this::count)
        .satisfies(fault -> assertThat(Dialect.isConnectionFault(fault)).isTrue());
  }

  @Test
  void tables_of_a_history_that_was_changed_are_refused() {
    database.write(
        handle ->
            handle.execute(
                "update \"flyway_schema_history\" set \"checksum\" = 1 where \"version\" = '001'"));
    database.close();
    assertThatThrownBy(() -> Database.open(config, "db/log", "db/follower", "db/test"))
        .hasMessageContaining("checksum mismatch");
  }

  @Test
  void a_folder_with_lower_numbers_may_be_added_later() {
    DatabaseConfig grown = kind.fresh();
    Database.open(grown, "db/test").close();
    try (Database later = Database.open(grown, "db/follower", "db/test")) {
      assertThat(later.<Integer>read(DatabaseTest::count)).isZero();
    }
  }

  @Test
  void a_folder_without_migrations_is_refused() {
    assertThatThrownBy(() -> kind.open("db/nowhere")).hasMessageContaining("db/nowhere");
  }

  /** For what only one of the databases can do. */
  Database database() {
    return database;
  }

  void insert(String id, int amount) {
    database.write(handle -> insert(handle, id, amount));
  }

  int count() {
    return database.read(DatabaseTest::count);
  }

  private int valueOf(String id) {
    return database.read(
        handle ->
            handle
                .createQuery("select amount from thing where id = :id")
                .bind("id", id)
                .mapTo(int.class)
                .one());
  }

  private List<String> strings(String sql) {
    return database.read(handle -> handle.createQuery(sql).mapTo(String.class).list());
  }

  private void writeToBothTables() {
    database.write(
        handle -> {
          insert(handle, "meanwhile", 1);
          return handle.execute("insert into other_thing (id) values ('meanwhile')");
        });
  }

  private static int insert(Handle handle, String id, int amount) {
    return handle.execute("insert into thing (id, amount) values (?, ?)", id, amount);
  }

  private static int count(Handle handle) {
    return handle.createQuery("select count(*) from thing").mapTo(int.class).one();
  }
}
