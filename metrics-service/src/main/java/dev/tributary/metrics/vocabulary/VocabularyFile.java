package dev.tributary.metrics.vocabulary;

import dev.tributary.metrics.fact.ContentFormat;
import dev.tributary.metrics.fact.Platform;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The table {@code vocabulary.tsv}; its comments explain the columns. */
final class VocabularyFile {
  private static final String NAME = "vocabulary.tsv";
  private static final String EVERY_PLATFORM = "*";
  private static final int COLUMNS = 8;
  private static final Set<ContentFormat> ALL_FORMATS = EnumSet.allOf(ContentFormat.class);
  private static final Set<ContentFormat> VIDEO =
      EnumSet.of(ContentFormat.SHORT_VIDEO, ContentFormat.LONG_VIDEO, ContentFormat.LIVE);

  private VocabularyFile() {}

  /** The rows, general ones once for each platform that they hold for. */
  static List<Term> read() {
    List<Line> lines = lines();
    List<Term> terms = new ArrayList<>();
    for (Platform platform : Platform.values()) {
      List<Line> own = lines.stream().filter(line -> line.isOf(platform)).toList();
      lines.stream()
          .filter(line -> own.contains(line) || (line.isGeneral() && line.isNotAmong(own)))
          .forEach(line -> terms.add(line.term(platform, terms.size())));
    }
    return List.copyOf(terms);
  }

  private static List<Line> lines() {
    try (InputStream file =
        Objects.requireNonNull(VocabularyFile.class.getResourceAsStream(NAME), NAME)) {
      String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().filter(line -> !line.startsWith("#")).skip(1).map(Line::parse).toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private record Line(
      String platform,
      String nativeName,
      String metric,
      String formats,
      String definition,
      String validFrom,
      String validTo,
      String successor) {

    static Line parse(String line) {
      String[] columns = line.split("\t", -1);
      if (columns.length != COLUMNS) {
        throw new IllegalArgumentException(
            "%s: %d columns in \"%s\" (expected: %d)"
                .formatted(NAME, columns.length, line, COLUMNS));
      }
      return new Line(
          columns[0],
          columns[1],
          columns[2],
          columns[3],
          columns[4],
          columns[5],
          columns[6],
          columns[7]);
    }

    boolean isGeneral() {
      return platform.equals(EVERY_PLATFORM);
    }

    boolean isOf(Platform asked) {
      return platform.equals(lower(asked));
    }

    /** A platform's own rows take the place of the general one for the same name and metric. */
    boolean isNotAmong(List<Line> own) {
      return own.stream()
          .noneMatch(line -> line.nativeName.equals(nativeName) && line.metric.equals(metric));
    }

    Term term(Platform owner, int preference) {
      return new Term(
          owner,
          nativeName,
          metric,
          parseFormats(formats),
          definition.replace("{platform}", lower(owner)),
          startOfDay(validFrom),
          startOfDay(validTo),
          successor,
          preference);
    }
  }

  private static Set<ContentFormat> parseFormats(String formats) {
    return switch (formats) {
      case "any" -> ALL_FORMATS;
      case "video" -> VIDEO;
      default ->
          Stream.of(formats.split(","))
              .map(format -> ContentFormat.valueOf(format.toUpperCase(Locale.ROOT)))
              .collect(Collectors.toSet());
    };
  }

  private static Optional<Instant> startOfDay(String date) {
    return date.isEmpty()
        ? Optional.empty()
        : Optional.of(LocalDate.parse(date).atStartOfDay(ZoneOffset.UTC).toInstant());
  }

  private static String lower(Platform platform) {
    return platform.name().toLowerCase(Locale.ROOT);
  }
}
