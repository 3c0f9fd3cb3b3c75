package dev.tributary.local.importing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads a preset's table. Lines are words separated by tabs; {@code #} starts a comment:
 *
 * <pre>
 * about TEXT            source ADDRESS         as-of YEAR-MONTH
 * kind KIND             zone ZONE              time PATTERN
 * constant FIELD VALUE
 * field FIELD COLUMN|COLUMN [required]         the first column that has a value counts
 * metric NAME COLUMN|COLUMN [UNIT]             the same; count unless told
 * ignore COLUMN|COLUMN                         known, and no counter
 * leave-out COLUMN VALUE                       rows that are none of the kind
 * continues KEY BLANK                          rows that go on with the one before
 * broken-down                                  rows of one subject and day are added up
 * </pre>
 */
final class PresetFile {
  private final Map<String, String> texts = new HashMap<>();
  private final List<String> timeFormats = new ArrayList<>();
  private final Map<String, Mapping.Source> sources = new LinkedHashMap<>();
  private final List<String> required = new ArrayList<>();
  private final List<MetricField> metrics = new ArrayList<>();
  private final Set<String> ignored = new HashSet<>();
  private final Map<String, Set<String>> leftOut = new HashMap<>();
  private Optional<LeftOut.Continuation> continuation = Optional.empty();
  private boolean brokenDown;

  private PresetFile() {}

  /** The preset of a resource beside this class, {@code presets/NAME.tsv}. */
  static Preset read(String name) {
    PresetFile file = new PresetFile();
    lines(name).filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(file::take);
    return file.preset(name);
  }

  private static Stream<String> lines(String name) {
    String path = "presets/" + name + ".tsv";
    try (InputStream file =
        Objects.requireNonNull(PresetFile.class.getResourceAsStream(path), path)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private void take(String line) {
    String[] words = line.split("\t", -1);
    switch (words[0]) {
      case "about", "source", "as-of", "kind", "zone" -> texts.put(words[0], words[1]);
      case "time" -> timeFormats.add(words[1]);
      case "constant" -> sources.put(words[1], new Mapping.Constant(words[2]));
      case "field" -> takeField(words);
      case "metric" -> takeMetric(words);
      case "ignore" -> ignored.addAll(columns(words[1]));
      case "leave-out" -> leftOut.computeIfAbsent(words[1], first -> new HashSet<>()).add(words[2]);
      case "continues" -> continuation = Optional.of(new LeftOut.Continuation(words[1], words[2]));
      case "broken-down" -> brokenDown = true;
      default -> throw new IllegalArgumentException("preset: '" + line + "'");
    }
  }

  private void takeField(String[] words) {
    sources.put(words[1], new Mapping.FirstOf(columns(words[2])));
    if (words.length > 3 && words[3].equals("required")) {
      required.add(words[1]);
    }
  }

  private void takeMetric(String[] words) {
    sources.put(words[1], new Mapping.FirstOf(columns(words[2])));
    MetricField.Unit unit =
        words.length > 3
            ? MetricField.Unit.valueOf(words[3].toUpperCase(Locale.ROOT))
            : MetricField.Unit.COUNT;
    metrics.add(new MetricField(words[1], unit, true));
  }

  private static List<String> columns(String text) {
    return List.of(text.split("\\|", -1));
  }

  private Preset preset(String name) {
    return new Preset(
        name,
        text("about"),
        text("source"),
        text("as-of"),
        Kind.valueOf(text("kind").toUpperCase(Locale.ROOT)),
        ZoneId.of(text("zone")),
        timeFormats,
        new Mapping(sources),
        required,
        metrics,
        ignored,
        brokenDown,
        new LeftOut(leftOut, continuation));
  }

  private String text(String key) {
    return Objects.requireNonNull(texts.get(key), key);
  }
}
