package dev.tributary.runtime.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.h2.store.fs.FilePath;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the embedded database has promised survives the loss of everything that was not forced to
 * disk.
 */
class PowerCutTest {
  private static final UnforcedFiles FILES = new UnforcedFiles();
  private static final int WRITES = 30;

  @TempDir Path directory;
  private Database database;
  private int cuts;

  @BeforeAll
  static void register() {
    FilePath.register(FILES);
  }

  @AfterAll
  static void unregister() {
    FilePath.unregister(FILES);
  }

  @BeforeEach
  void open() {
    database = Database.open(UnforcedFiles.database(file("live"), 2), "db/test");
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void every_acknowledged_write_survives_a_power_cut_right_after_it()
      throws IOException, SQLException {
    for (int i = 1; i <= WRITES; i++) {
      insert(i);
      assertThat(rowsAfterPowerCut()).isEqualTo(i);
    }
  }

  @Test
  void the_tables_survive_a_power_cut_right_after_the_start() throws IOException, SQLException {
    assertThat(rowsAfterPowerCut()).isZero();
  }

  /**
   * Shows that the first test can fail: H2's own commit is not enough, whatever its WRITE_DELAY.
   */
  @Test
  void a_commit_without_checkpoint_sync_does_not_survive() throws IOException, SQLException {
    insert(0);
    String sameDatabase =
        H2Dialect.URL_PREFIX + UnforcedFiles.SCHEME + ":" + file("live") + ";WRITE_DELAY=0";
    try (Connection connection = DriverManager.getConnection(sameDatabase);
        Statement statement = connection.createStatement()) {
      for (int i = 1; i <= WRITES; i++) {
        statement.execute("insert into thing (id, amount) values ('row %d', 1)".formatted(i));
      }
    }
    assertThat(rows()).isEqualTo(1 + WRITES);
    assertThat(rowsAfterPowerCut()).isLessThan(1 + WRITES);
  }

  private void insert(int i) {
    database.write(
        handle -> handle.execute("insert into thing (id, amount) values (?, 1)", "row " + i));
  }

  /**
   * Opens a copy of what is really on disk, while the database lives on with its unforced writes.
   */
  private int rowsAfterPowerCut() throws IOException, SQLException {
    String name = "after-" + ++cuts;
    UnforcedFiles.copy(file("live.mv.db"), file(name + ".mv.db"));
    String url = H2Dialect.URL_PREFIX + "file:" + file(name) + ";DATABASE_TO_LOWER=TRUE";
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select count(*) from thing")) {
      assertThat(rows.next()).isTrue();
      return rows.getInt(1);
    }
  }

  private Path file(String name) {
    return directory.resolve(name);
  }

  private int rows() {
    return database.read(
        handle -> handle.createQuery("select count(*) from thing").mapTo(int.class).one());
  }
}
