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
import java.time.ZoneId;
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
      "Sends a CSV file to a running suite, row by row. Refused rows go to a file with line, field",
      "and reason, and the others go through. Importing the same file again changes nothing.",
      "",
      "A field takes the column of its own name unless it is mapped:",
      "  field=column     from a column",
      "  field='text'     the same for every row",
      "  field=#row       'row-' and the row's number",
      "",
      "Fields by kind:",
      "  orders        " + OrderRows.FIELDS,
      "  observations  " + CounterRows.FIELDS,
      "  posts         post_id, platform, format, collaboration_id, native_id, url, publish_time,",
      "                expire_time, removal_time, follower_count, caption, boosted; every other mapped",
      "                field is a metric and wants observed_time"
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
      "  tributary import --kind observations \\",
      "    --map observed_time=date,post_impressions=post_impressions page_metrics.csv",
      "  tributary import --kind orders --time-zone UTC \\",
      "    --map order_id=id,time=created_at,subtotal=subtotal_price,tax=total_tax,total=total_price \\",
      "    --join codes=discount_codes.csv:order_id:code orders.csv",
    })
public final class ImportCommand implements Callable<Integer> {
  private static final int EXIT_REFUSED = 2;

  @Mixin private ConnectOptions connect = new ConnectOptions();

  @Option(
      names = "--kind",
      required = true,
      paramLabel = "KIND",
      description = "What a row is: posts, observations or orders.")
  private Kind kind = Kind.ORDERS;

  @Option(names = "--map", paramLabel = "FIELD=COLUMN,...", description = "Where fields come from.")
  private String map = "";

  @Option(
      names = "--join",
      paramLabel = "codes=FILE:ORDER:CODE[:AMOUNT]",
      description = "For orders: codes from a second file, by the column of the order id.")
  private @Nullable String join;

  @Option(
      names = "--time-zone",
      paramLabel = "ZONE",
      description = "IANA zone of times without an offset (default: ${DEFAULT-VALUE}).")
  private String timeZone = "UTC";

  @Option(names = "--dry-run", description = "Read every row, send nothing.")
  private boolean dryRun;

  @Option(
      names = "--rejects",
      paramLabel = "FILE",
      description = "Where refused rows are noted (default: the file's name and .rejects.csv).")
  private @Nullable Path rejectsFile;

  @Parameters(paramLabel = "FILE.csv", description = "The file, in UTF-8, with a header.")
  private Path path = Path.of("");

  /** What a row of the file is. */
  enum Kind {
    /** A post, with its counters when there are any. */
    POSTS,
    /** Counters of a post. */
    OBSERVATIONS,
    /** An order. */
    ORDERS
  }

  @Override
  public Integer call() throws IOException {
    try (Peers peers = connect.open();
        CsvFile file = CsvFile.open(path, Mapping.parse(map));
        Rejects rejects = new Rejects(rejectsFile())) {
      WritePositions positions = new WritePositions();
      RowSink sink = sink(peers, positions);
      ProgressBar bar =
          new ProgressBar(
              System.err, Terminal.isWatched(), kind.name().toLowerCase(Locale.ROOT), lines());
      ImportCounts counts = CsvImport.run(file, sink, dryRun, rejects, bar);
      System.out.println(counts.describe());
      sink.summary().forEach(line -> System.out.println("  " + line));
      if (counts.refused() > 0) {
        System.out.println("refused rows: " + rejects.file());
      }
      awaitApplied(positions, peers);
      return counts.refused() > 0 ? EXIT_REFUSED : 0;
    } catch (NoSuchFileException missing) {
      throw new IllegalArgumentException(missing.getFile() + ": no such file", missing);
    }
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

  private RowSink sink(Peers peers, WritePositions positions) throws IOException {
    Cells cells = new Cells(zone());
    return switch (kind) {
      case ORDERS -> {
        CodeJoin codes = join == null ? CodeJoin.none() : CodeJoin.parse(join);
        yield new OrderSink(new OrderRows(cells, codes), peers, positions);
      }
      case OBSERVATIONS -> {
        List<String> metrics = metrics();
        if (metrics.isEmpty()) {
          throw new IllegalArgumentException(
              "--map: no metric (expected: for example likes=likes)");
        }
        yield new PostSink(
            Optional.empty(), Optional.of(new CounterRows(cells, metrics)), peers, positions);
      }
      case POSTS -> {
        List<String> metrics = metrics();
        yield new PostSink(
            Optional.of(new PostRows(cells)),
            metrics.isEmpty() ? Optional.empty() : Optional.of(new CounterRows(cells, metrics)),
            peers,
            positions);
      }
    };
  }

  /** Mapped fields that are no field of a post, in a fixed order. */
  private List<String> metrics() {
    return Mapping.parse(map).sources().keySet().stream()
        .filter(field -> !PostRows.FIELDS.contains(field))
        .sorted()
        .toList();
  }

  private ZoneId zone() {
    try {
      return ZoneId.of(timeZone);
    } catch (DateTimeException unknown) {
      throw new IllegalArgumentException(
          "--time-zone: '" + timeZone + "' (expected: an IANA zone such as Europe/Berlin)",
          unknown);
    }
  }

  private Path rejectsFile() {
    Path file = rejectsFile;
    return file == null ? Path.of(path + ".rejects.csv") : file;
  }

  private long lines() throws IOException {
    try (Stream<String> lines = Files.lines(path, StandardCharsets.ISO_8859_1)) {
      return Math.max(1, lines.count() - 1);
    }
  }
}
