package dev.tributary.local.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** An empty file of a kind, which explains itself. */
final class Template {
  private Template() {}

  /** The lines: what a row is, a comment for each column, the header. */
  static List<String> of(Kind kind) {
    String name = kind.name().toLowerCase(Locale.ROOT);
    int width = kind.fields().stream().mapToInt(field -> field.name().length()).max().orElse(1);
    List<String> lines = new ArrayList<>();
    lines.add("# A row is " + kind.meaning() + ".");
    lines.add("# Fill in rows below the header, then: tributary import --kind " + name + " FILE");
    lines.add(
        "# Lines up here that start with '# ' are skipped; columns may be left out or moved.");
    lines.add("#");
    for (Field field : kind.fields()) {
      lines.add(
          String.format(
              Locale.ROOT,
              "# %-" + width + "s  %s  %s%s",
              field.name(),
              field.isRequired() ? "required" : "optional",
              field.format(),
              field.example().isEmpty() ? "" : " (for example " + field.example() + ")"));
    }
    lines.add("#");
    lines.add(kind.fields().stream().map(Field::name).collect(Collectors.joining(",")));
    return lines;
  }
}
