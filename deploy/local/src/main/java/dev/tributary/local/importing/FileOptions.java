package dev.tributary.local.importing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a file is read: options of the commands that read one. */
public final class FileOptions {
  /** By its IANA name, which the services take; that of an offset they would not. */
  private static final ZoneId UTC = ZoneId.of("UTC");

  @Option(
      names = "--preset",
      paramLabel = "NAME",
      description = "An export whose columns are known; 'import --preset list' shows which.")
  private @Nullable String preset;

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

  @Option(
      names = "--rejects",
      paramLabel = "FILE",
      description = "Where refused rows are noted (default: the file's name and .rejects.csv).")
  private @Nullable Path rejectsFile;

  /** What {@code --preset} says, if anything. */
  Optional<String> preset() {
    return Optional.ofNullable(preset);
  }

  /**
   * How the file is read.
   *
   * @param kind what a row is; empty for what the preset says
   * @throws IllegalArgumentException if neither or both tell, or an option has another form
   */
  ImportPlan plan(Optional<Kind> kind) {
    Mapping own = Mapping.parse(map);
    if (preset != null) {
      if (kind.isPresent()) {
        throw new IllegalArgumentException("--kind and --preset (expected: one of the two)");
      }
      return Presets.of(preset).plan(own, zone());
    }
    return ImportPlan.plain(
        kind.orElseThrow(
            () -> new IllegalArgumentException("no --kind (expected: one, or --preset)")),
        own,
        zone().orElse(UTC));
  }

  /**
   * Opens the file.
   *
   * @throws IllegalArgumentException if it is not what the options say
   * @throws IOException if it cannot be read
   */
  CsvFile open(Path path, ImportPlan plan) throws IOException {
    CsvFile file = CsvFile.open(path, plan.mapping());
    try {
      if (preset != null) {
        Presets.of(preset).requireColumns(file.columns(), plan.mapping());
      }
      return file;
    } catch (IllegalArgumentException otherFile) {
      file.close();
      throw otherFile;
    }
  }

  /** The second files. */
  Joins joins(ImportPlan plan) throws IOException {
    return Joins.read(joins, new Cells(plan.zone(), plan.formats()));
  }

  /** Where refused rows of the file are noted. */
  Path rejectsOf(Path path) {
    Path file = rejectsFile;
    return file == null ? Path.of(path + ".rejects.csv") : file;
  }

  /** What beside the file decides how it is read. */
  String way() {
    return String.join(
        "\n", String.valueOf(preset), map, String.valueOf(joins), String.valueOf(timeZone));
  }

  /** Rows in a file, as far as lines tell. */
  static long rows(Path path) throws IOException {
    try (Stream<String> lines = Files.lines(path, StandardCharsets.ISO_8859_1)) {
      return Math.max(1, lines.count() - 1);
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
}
