package dev.tributary.runtime.database;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.runtime.testing.TestDatabases;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GrowingTablesTest {
  /** Rows of some 100 bytes, of which 8,192 hold fewer than 80. */
  private static final int ROWS_OF_A_PAGE = 80;

  private final DatabaseConfig config = TestDatabases.POSTGRES.fresh();
  private final Jdbi jdbi = Jdbi.create(config.url(), config.user().orElseThrow(), "");

  @BeforeEach
  void createTable() {
    execute("create table sale (workspace varchar(40) not null, note varchar(200) not null)");
  }

  @Test
  void a_table_is_analysed_when_its_first_rows_are_there() {
    assertThat(analyzed()).isEmpty();

    insert(1);

    assertThat(analyzed()).containsExactly("public.sale");
    assertThat(analyzed()).isEmpty();
  }

  @Test
  void it_is_analysed_again_when_it_is_four_times_as_large() {
    insert(ROWS_OF_A_PAGE);
    assertThat(analyzed()).containsExactly("public.sale");

    insert(ROWS_OF_A_PAGE);
    assertThat(analyzed()).isEmpty();

    insert(7 * ROWS_OF_A_PAGE);
    assertThat(analyzed()).containsExactly("public.sale");
  }

  @Test
  void a_large_table_is_left_to_autovacuum() {
    insert(1);
    // A row fills its page, so that little is enough for 128 MB.
    execute("alter table sale alter column note type varchar(9000)");
    execute("alter table sale alter column note set storage plain");
    execute("insert into sale select 'acme', repeat('x', 8000) from generate_series(1, 16400)");

    assertThat(analyzed()).isEmpty();
  }

  @Test
  void somebody_elses_tables_are_left_alone() {
    insert(1);
    execute("create role stranger");
    jdbi.useHandle(
        handle -> {
          handle.execute("grant usage on schema public to stranger");
          handle.execute("set role stranger");
          assertThat(GrowingTables.analyze(handle)).isEmpty();
          handle.execute("reset role");
        });
  }

  @Test
  void a_table_that_somebody_else_analyses_is_not_waited_for() {
    insert(1);
    Jdbi others = Jdbi.create(config.url(), config.user().orElseThrow(), "");
    others.useTransaction(
        handle -> {
          handle.execute("lock table sale in share update exclusive mode");

          assertThat(analyzed()).containsExactly("public.sale");
          assertThat(isAnalyzed()).isFalse();
        });

    assertThat(analyzed()).containsExactly("public.sale");
    assertThat(isAnalyzed()).isTrue();
  }

  @Test
  void an_open_database_looks_after_its_tables_by_itself() {
    execute("drop table sale");
    try (Database database = Database.open(config, "db/log")) {
      createTable();
      insert(1);
      long giveUp = System.nanoTime() + SECONDS.toNanos(60);
      while (!isAnalyzed() && System.nanoTime() < giveUp) {
        Thread.onSpinWait();
      }
      assertThat(isAnalyzed()).isTrue();
      assertThat(database.isShared()).isTrue();
    }
  }

  @Test
  void an_embedded_database_does_so_anyway() {
    assertThat(new H2Dialect().lookAfterTables(jdbi)).isEqualTo(Optional.empty());
  }

  private List<String> analyzed() {
    return jdbi.withHandle(GrowingTables::analyze);
  }

  private boolean isAnalyzed() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select count(*) > 0 from pg_stats where tablename = 'sale'")
                .mapTo(Boolean.class)
                .one());
  }

  private void insert(int rows) {
    execute(
        "insert into sale select 'acme', repeat('x', 70) from generate_series(1, %d)"
            .formatted(rows));
  }

  private void execute(String sql) {
    jdbi.useHandle((Handle handle) -> handle.execute(sql));
  }
}
