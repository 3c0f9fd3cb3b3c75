package dev.tributary.runtime.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tributary.runtime.testing.TestDatabases;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class PostgresDatabaseTest extends DatabaseTest {
  PostgresDatabaseTest() {
    super(TestDatabases.POSTGRES);
  }

  @Test
  void a_connection_that_the_server_ends_is_a_fault_of_the_connection() {
    assertThatThrownBy(
            () ->
                database()
                    .read(
                        handle -> handle.execute("select pg_terminate_backend(pg_backend_pid())")))
        .satisfies(fault -> assertThat(Dialect.isConnectionFault(fault)).isTrue());
  }

  @Test
  void a_read_cannot_write() {
    assertThatThrownBy(
            () ->
                database()
                    .read(handle -> handle.execute("insert into other_thing (id) values ('a')")))
        .hasMessageContaining("read-only transaction");
  }

  @Test
  void a_database_that_may_lose_acknowledged_writes_is_refused() {
    DatabaseConfig config = TestDatabases.POSTGRES.fresh();
    var hasty =
        new DatabaseConfig(
            config.url() + "?options=-csynchronous_commit%3Doff",
            config.user(),
            config.password(),
            2);
    assertThatThrownBy(() -> Database.open(hasty, "db/log"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("synchronous_commit: off");
  }

  @Test
  void a_database_with_another_collation_is_refused() throws SQLException {
    DatabaseConfig sibling = TestDatabases.POSTGRES.fresh();
    String url = sibling.url() + "_by_language";
    String name = url.substring(url.lastIndexOf('/') + 1);
    try (Connection connection =
            DriverManager.getConnection(sibling.url(), sibling.user().orElseThrow(), "");
        Statement statement = connection.createStatement()) {
      statement.execute(
          "create database "
              + name
              + " template template0 lc_collate 'C.UTF-8' lc_ctype 'C.UTF-8'");
    }
    var other = new DatabaseConfig(url, sibling.user(), sibling.password(), 2);
    assertThatThrownBy(() -> Database.open(other, "db/log"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("collation: C.UTF-8 (expected: C");
  }
}
