package dev.tributary.local.importing;

import dev.tributary.local.client.ConnectOptions;
import dev.tributary.local.client.Peers;
import dev.tributary.local.client.WritePositions;
import dev.tributary.local.output.ProgressBar;
import dev.tributary.local.output.Terminal;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Imports a CSV file. */
@Command(
    name = "import",
    description = {
      "Sends a CSV file to a running suite, row by row. Refused rows go to a file",
      "with line, field and reason, and the others go through. Importing the same",
      "file again changes nothing, and an import that was broken off goes on where",
      "it stood (FILE.progress).",
      "",
      "A field takes the column of its own name unless it is mapped:",
      "  field=column     from a column",
      "  field='text'     the same for every row",
      "  field=#row       'row-' and the row's number",
      "",
      "Kinds: campaigns, roster, posts, observations, accounts, audience, comments,",
      "orders, refunds, touches, codes, terms, links, costs, traffic, rates, history.",
      "--template KIND explains the fields of one. In posts, observations and",
      "accounts a mapped field that is none of them is a metric. --preset NAME knows",
      "the columns of an export; --preset list shows which there are."
    },
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nEnds with:%n",
    exitCodeList = {
      "0:every row was recorded or known",
      "1:a fault",
      "2:some rows were refused, or wrong use"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  tributary import --template roster > roster.csv",
      "  tributary import --kind roster --map campaign_id='spring-glow' roster.csv",
      "  tributary import --preset instagram-insights insights.csv",
      "  tributary import --kind observations \\",
      "    --map observed_time=date,post_impressions=post_impressions page_metrics.csv",
      "  tributary import --kind orders --time-zone UTC \\",
      "    --map"
          + " order_id=id,time=created_at,subtotal=subtotal_price,tax=total_tax,total=total_price"
          + " \\",
      "    --join codes=discount_codes.csv:order_id:code orders.csv",
    })
public final class ImportCommand implements Callable<Integer> {
  private static final int EXIT_REFUSED = 2;

  @Mixin private ConnectOptions connect = new ConnectOptions();

  @Option(names = "--kind", paramLabel = "KIND", description = "What a row is.")
  private @Nullable Kind kind;

  @Mixin private FileOptions options = new FileOptions();

  @Option(
      names = "--template",
      paramLabel = "KIND",
      description = "Writes an empty file of a kind, with comments, and ends.")
  private @Nullable Kind template;

  @Option(names = "--dry-run", description = "Read every row, send nothing.")
  private boolean dryRun;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE.csv",
      description = "The file, in UTF-8, with a header.")
  private @Nullable Path path;

  @Override
  public Integer call() throws IOException {
    if (template != null) {
      Template.of(template).forEach(System.out::println);
      return 0;
    }
    if (options.preset().equals(Optional.of("list"))) {
      Presets.list().forEach(System.out::println);
      return 0;
    }
    if (path == null) {
      throw new IllegalArgumentException("no file (expected: FILE.csv)");
    }
    try {
      return send(path, options.plan(Optional.ofNullable(kind)));
    } catch (NoSuchFileException missing) {
      throw new IllegalArgumentException(missing.getFile() + ": no such file", missing);
    }
  }

  private int send(Path path, ImportPlan plan) throws IOException {
    Joins joins = options.joins(plan);
    try (Peers peers = connect.open();
        CsvFile file = options.open(path, plan);
        Rejects rejects = new Rejects(options.rejectsOf(path))) {
      WritePositions positions = new WritePositions();
      RowSink sink =
          new Sinks(peers, positions, plan, file.columns(), joins, writeTime(path)).sink();
      Optional<Progress> progress =
          dryRun ? Optional.empty() : Optional.of(Progress.of(path, way()));
      sayWhetherItGoesOn(progress);
      ImportCounts counts =
          CsvImport.run(
              file, sink, plan.leftOut().reading(), progress, rejects, bar(path, plan.kind()));
      System.out.println(counts.describe());
      sink.summary().forEach(line -> System.out.println("  " + line));
      if (counts.refused() > 0) {
        System.out.println("refused rows: " + rejects.file());
      }
      awaitApplied(positions, peers);
      return counts.refused() > 0 ? EXIT_REFUSED : 0;
    }
  }

  /** What beside the file decides what is sent. */
  private String way() {
    return kind + "\n" + options.way();
  }

  private static void sayWhetherItGoesOn(Optional<Progress> progress) throws IOException {
    Optional<Progress.Mark> last = progress.isPresent() ? progress.get().last() : Optional.empty();
    last.ifPresent(
        mark ->
            System.out.printf(
                "goes on after row %,d, which is as far as it came; sums are of the rest%n",
                mark.rows()));
  }

  private static ProgressBar bar(Path path, Kind kind) throws IOException {
    return new ProgressBar(
        System.err,
        Terminal.isWatched(),
        kind.name().toLowerCase(Locale.ROOT),
        FileOptions.rows(path));
  }

  /** To the second, so that a copy by a coarser file system is the same. */
  private static Instant writeTime(Path path) throws IOException {
    return Files.getLastModifiedTime(path).toInstant().truncatedTo(ChronoUnit.SECONDS);
  }

  /** So that what is asked next sees the file; what was sent is safe without it. */
  private static void awaitApplied(WritePositions positions, Peers peers) {
    try {
      positions.awaitApplied(peers);
    } catch (StatusRuntimeException late) {
      System.err.println(
          "all of it is recorded, but not in the KPIs yet: " + late.getStatus().getDescription());
    }
  }
}
