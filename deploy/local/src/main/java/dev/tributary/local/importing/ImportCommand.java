package dev.tributary.local.importing;

import dev.tributary.local.client.ConnectOptions;
import dev.tributary.local.client.Peers;
import dev.tributary.local.client.WritePositions;
import dev.tributary.local.output.ProgressBar;
import dev.tributary.local.output.Terminal;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
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
      "Kinds: campaigns, roster, posts, observations, accounts, orders, refunds,",
      "touches, codes, links, costs, traffic, rates, history. --template KIND",
      "explains the fields of one. In posts, observations and accounts a mapped",
      "field that is none of them is a metric. --preset NAME knows the columns of an",
      "export; --preset list shows which there are."
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
      "    --map order_id=id,time=created_at,subtotal=subtotal_price,tax=total_tax,total=total_price \\",
      "    --join codes=discount_codes.csv:order_id:code orders.csv",
    })
public final class ImportCommand implements Callable<Integer> {
  private static final int EXIT_REFUSED = 2;

  @Mixin private ConnectOptions connect = new ConnectOptions();

  @Option(names = "--kind", paramLabel = "KIND", description = "What a row is.")
  private @Nullable Kind kind;

  @Option(
      names = "--preset",
      paramLabel = "NAME",
      description = "An export whose columns are known; 'list' shows which there are.")
  private @Nullable String preset;

  @Option(
      names = "--template",
      paramLabel = "KIND",
      description = "Writes an empty file of a kind, with comments, and ends.")
  private @Nullable Kind template;

  @Option(names = "--map", paramLabel = "FIELD=COLUMN,...", description = "Where fields come from.")
  private String map = "";

  @Option(
      names = "--join",
      paramLabel = "codes=FILE:ORDER:CODE[:AMOUNT]|visits=FILE",
      description = {
        "For orders: codes from a second file, by the",
        "column of the order id; or visits of the site,",
        "which become touches. Once for each."
      })
  private List<String> joins = List.of();

  @Option(
      names = "--time-zone",
      paramLabel = "ZONE",
      description = "IANA zone of times without an offset (default: the preset's, or UTC).")
  private @Nullable String timeZone;

  @Option(names = "--dry-run", description = "Read every row, send nothing.")
  private boolean dryRun;

  @Option(
      names = "--rejects",
      paramLabel = "FILE",
      description = "Where refused rows are noted (default: the file's name and .rejects.csv).")
  private @Nullable Path rejectsFile;

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
    if ("list".equals(preset)) {
      Presets.list().forEach(System.out::println);
      return 0;
    }
    if (path == null) {
      throw new IllegalArgumentException("no file (expected: FILE.csv)");
    }
    try {
      return send(path, plan());
    } catch (NoSuchFileException missing) {
      throw new IllegalArgumentException(missing.getFile() + ": no such file", missing);
    }
  }

  private ImportPlan plan() {
    Mapping own = Mapping.parse(map);
    if (preset != null) {
      if (kind != null) {
        throw new IllegalArgumentException("--kind and --preset (expected: one of the two)");
      }
      return Presets.of(preset).plan(own, zone());
    }
    if (kind == null) {
      throw new IllegalArgumentException("no --kind (expected: one, or --preset)");
    }
    return ImportPlan.plain(kind, own, zone().orElse(ZoneOffset.UTC));
  }

  private int send(Path path, ImportPlan plan) throws IOException {
    CodeJoin codes = CodeJoin.none();
    VisitJoin visits = VisitJoin.none();
    for (String join : joins) {
      if (VisitJoin.isOne(join)) {
        visits = VisitJoin.read(join, new Cells(plan.zone(), plan.formats()));
      } else {
        codes = CodeJoin.parse(join);
      }
    }
    try (Peers peers = connect.open();
        CsvFile file = CsvFile.open(path, plan.mapping());
        Rejects rejects = new Rejects(rejectsFile(path))) {
      if (preset != null) {
        Presets.of(preset).requireColumns(file.columns(), plan.mapping());
      }
      WritePositions positions = new WritePositions();
      RowSink sink =
          new Sinks(peers, positions, plan, file.columns(), codes, visits, writeTime(path)).sink();
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
    return String.join(
        "\n",
        String.valueOf(kind),
        String.valueOf(preset),
        map,
        String.valueOf(joins),
        String.valueOf(timeZone));
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
        System.err, Terminal.isWatched(), kind.name().toLowerCase(Locale.ROOT), rows(path));
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

  private Optional<ZoneId> zone() {
    if (timeZone == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(ZoneId.of(timeZone));
    } catch (DateTimeException unknown) {
      throw new IllegalArgumentException(
          "--time-zone: '" + timeZone + "' (expected: an IANA zone such as Europe/Berlin)",
          unknown);
    }
  }

  private Path rejectsFile(Path path) {
    Path file = rejectsFile;
    return file == null ? Path.of(path + ".rejects.csv") : file;
  }

  /** Rows in the file, as far as lines tell. */
  private static long rows(Path path) throws IOException {
    try (Stream<String> lines = Files.lines(path, StandardCharsets.ISO_8859_1)) {
      return Math.max(1, lines.count() - 1);
    }
  }
}
