package dev.tributary.runtime.group;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.runtime.database.Database;
import dev.tributary.runtime.database.DatabaseConfig;
import dev.tributary.runtime.database.UnforcedFiles;
import dev.tributary.runtime.database.UnsyncedDatabase;
import dev.tributary.runtime.log.FeedLog;
import dev.tributary.runtime.testing.Seeds;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.h2.store.fs.FilePath;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a group writer has acknowledged survives the loss of everything that was not forced to disk,
 * whenever that happens: 200 random moments while many callers are served.
 */
class GroupPowerCutTest {
  private static final int RUNS = 10;
  private static final int CUTS_PER_RUN = 20;
  private static final int CALLERS = 32;
  private static final String[] FOLDERS = {"db/log", "db/group"};
  private static final UnforcedFiles FILES = new UnforcedFiles();

  @TempDir Path directory;

  @BeforeAll
  static void register() {
    FilePath.register(FILES);
  }

  @AfterAll
  static void unregister() {
    FilePath.unregister(FILES);
  }

  @AfterEach
  void takeNoMoreCuts() {
    UnforcedFiles.atEachStep(() -> {});
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void every_acknowledged_note_survives_a_power_cut_under_load(long seed) throws Exception {
    List<PowerCut> cuts = cutsUnderLoad(Database.open(live(), FOLDERS), seed);
    assertThat(cuts).hasSize(CUTS_PER_RUN);
    for (PowerCut cut : cuts) {
      assertThat(cut.damage()).isEqualTo(PowerCut.Damage.NONE);
    }
    requireLifeGoesOn(cuts.get(CUTS_PER_RUN - 1));
  }

  /** Shows that the test above can fail: without CHECKPOINT SYNC it does. */
  @Test
  void without_checkpoint_sync_acknowledged_notes_are_lost() throws Exception {
    Database.open(live(), FOLDERS).close();
    List<PowerCut> cuts = cutsUnderLoad(UnsyncedDatabase.open(live(), FOLDERS), Seeds.seed());
    int lost = 0;
    for (PowerCut cut : cuts) {
      lost += cut.damage().lost().size();
    }
    assertThat(lost).isPositive();
  }

  static LongStream seeds() {
    return Seeds.cases(RUNS);
  }

  private List<PowerCut> cutsUnderLoad(Database database, long seed) throws Exception {
    try (database;
        GroupWriter<Note, String> writer = writer(database)) {
      NoteCallers callers = new NoteCallers(writer, seed);
      CompletableFuture<Void> answered = callers.start(CALLERS);
      PowerCuts cuts =
          new PowerCuts(directory.resolve("live"), callers::acknowledged, CUTS_PER_RUN, seed);
      try {
        return cuts.start().get(30, SECONDS);
      } finally {
        callers.stop();
        answered.get(30, SECONDS);
      }
    }
  }

  /** The file serves as before: it knows what it had, and takes what is new. */
  private void requireLifeGoesOn(PowerCut cut) throws Exception {
    try (Database database = Database.open(DatabaseConfig.h2File(cut.file()), FOLDERS);
        GroupWriter<Note, String> writer = writer(database)) {
      assertThat(answer(writer, cut.acknowledged().stream().map(NoteCallers::note).toList()))
          .containsOnly("again");
      assertThat(answer(writer, List.of(new Note("b", 1, "new", "")))).containsExactly("new");
    }
    assertThat(cut.damage()).isEqualTo(PowerCut.Damage.NONE);
  }

  private static List<String> answer(GroupWriter<Note, String> writer, List<Note> notes)
      throws Exception {
    return writer.submit("a", notes, 1).get(30, SECONDS).results();
  }

  private static GroupWriter<Note, String> writer(Database database) {
    return GroupWriter.start(
        "notes",
        new GroupConfig(2, 20_000, 1 << 20),
        database,
        new FeedLog("test", Clock.systemUTC()),
        new NoteWork(),
        () -> {});
  }

  private DatabaseConfig live() {
    return UnforcedFiles.database(directory.resolve("live"), 4);
  }
}
