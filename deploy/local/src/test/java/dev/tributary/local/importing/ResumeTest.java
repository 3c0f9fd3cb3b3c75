package dev.tributary.local.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tributary.attribution.v1.SummarizeCreditsRequest;
import dev.tributary.local.client.WritePositions;
import dev.tributary.local.output.ProgressBar;
import dev.tributary.local.testing.OwnSuite;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResumeTest {
  private static final int ROWS = 20_000;

  @TempDir Path directory;

  private Imported suite;

  @BeforeEach
  void start() {
    suite = new Imported(directory);
  }

  @AfterEach
  void stop() {
    suite.close();
  }

  @Test
  void an_import_that_was_broken_off_goes_on_and_doubles_nothing() throws IOException {
    Path file = orders();
    Progress progress = Progress.of(file, way());

    assertThatThrownBy(() -> importBrokenOffAfter(21, file, progress))
        .isInstanceOf(BrokenOff.class);

    // The batch in flight was recorded and its answer lost: it is sent again.
    assertThat(progress.last()).map(Progress.Mark::rows).contains(10_000L);
    OwnSuite.Said said = suite.run("--kind", "orders", file.toString());

    assertThat(said.exitCode()).isEqualTo(2);
    assertThat(said.text())
        .contains("goes on after row 10,000")
        .contains("19,498 recorded, 0 updated, 500 already recorded, 2 refused");
    assertThat(Files.exists(Path.of(file + ".progress"))).isFalse();
    assertThat(Files.readAllLines(Path.of(file + ".rejects.csv")))
        .hasSize(3)
        .satisfies(lines -> assertThat(lines.get(1)).startsWith("5,subtotal,FIELD_MALFORMED"))
        .satisfies(lines -> assertThat(lines.get(2)).startsWith("15001,subtotal,FIELD_MALFORMED"));
    assertThat(
            suite
                .peers()
                .analysis()
                .summarizeCredits(SummarizeCreditsRequest.getDefaultInstance())
                .getOrders(0)
                .getOrderCount())
        .isEqualTo(ROWS - 2);
  }

  @Test
  void the_mark_of_another_file_or_another_mapping_is_none() throws IOException {
    Path file = suite.file("a.csv", "order_id", "1");
    Progress.of(file, "one way").keep(new Progress.Mark(500, ImportCounts.NONE));

    assertThat(Progress.of(file, "one way").last()).isPresent();
    assertThat(Progress.of(file, "another way").last()).isEmpty();
    Files.write(file, List.of("order_id", "2"));
    assertThat(Progress.of(file, "one way").last()).isEmpty();
  }

  /** A process that ends between a commit and its answer. */
  private static final class BrokenOff extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private void importBrokenOffAfter(int batches, Path file, Progress progress) throws IOException {
    ImportPlan plan = ImportPlan.plain(Kind.ORDERS, Mapping.parse(""), ZoneOffset.UTC);
    try (CsvFile rows = CsvFile.open(file, plan.mapping());
        Rejects rejects = new Rejects(Path.of(file + ".rejects.csv"))) {
      RowSink orders =
          new Sinks(
                  suite.peers(),
                  new WritePositions(),
                  plan,
                  rows.columns(),
                  new Joins(CodeJoin.none(), VisitJoin.none()),
                  Instant.parse("2026-05-20T08:00:00Z"))
              .sink();
      CsvImport.run(
          rows,
          new EndingAfter(orders, batches),
          row -> false,
          Optional.of(progress),
          rejects,
          new ProgressBar(
              new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
              false,
              "orders",
              ROWS));
    }
  }

  /** Sends batches, and ends after the last of them before anybody hears of it. */
  private static final class EndingAfter implements RowSink {
    private final RowSink sink;
    private int batchesLeft;

    private EndingAfter(RowSink sink, int batches) {
      this.sink = sink;
      this.batchesLeft = batches;
    }

    @Override
    public void add(CsvRow row) throws RowRejected {
      sink.add(row);
    }

    @Override
    public List<Outcome> flush() {
      List<Outcome> outcomes = sink.flush();
      if (--batchesLeft == 0) {
        throw new BrokenOff();
      }
      return outcomes;
    }

    @Override
    public List<Outcome> finish() {
      return sink.finish();
    }

    @Override
    public boolean holdsRows() {
      return sink.holdsRows();
    }

    @Override
    public void drop() {
      sink.drop();
    }

    @Override
    public List<String> summary() {
      return sink.summary();
    }
  }

  /** The way of a plain import of orders, as the command writes it. */
  private static String way() {
    return "ORDERS\nnull\n\n[]\nnull";
  }

  private Path orders() throws IOException {
    List<String> lines = new ArrayList<>(List.of("order_id,time,currency,subtotal"));
    for (int i = 1; i <= ROWS; i++) {
      boolean isBroken = i == 4 || i == 15_000;
      lines.add("#" + i + ",2026-05-01T10:00:00Z,EUR," + (isBroken ? "many" : "10.00"));
    }
    return suite.file("orders.csv", lines.toArray(String[]::new));
  }
}
