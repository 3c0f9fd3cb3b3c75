package dev.tributary.runtime.settings;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One setting as it was read.
 *
 * @param name in kebab case, for example "db-url"
 * @param shown its value, safe to print
 * @param source where the value came from
 * @param description one sentence for the help text
 * @param fallback the default, safe to print; empty when there is none
 */
record Setting(String name, String shown, Source source, String description, String fallback) {
  private static final Pattern EMBEDDED_SECRET =
      Pattern.compile("(?i)((?:password|secret|token)=)[^&;]*|(//[^:/@]+:)[^@/]+(?=@)");

  /** Where a value can come from; a flag wins over the environment. */
  enum Source {
    DEFAULT,
    ENV,
    FLAG
  }

  /** Replaces passwords inside connection strings, so that a URL can be printed. */
  static String redact(String value) {
    return EMBEDDED_SECRET
        .matcher(value)
        .replaceAll(match -> (match.group(1) != null ? match.group(1) : match.group(2)) + "***");
  }

  /** Name of the environment variable of a setting: "db-url" is TRIBUTARY_DB_URL. */
  static String variable(String name) {
    return Settings.VARIABLE_PREFIX + name.replace('-', '_').toUpperCase(Locale.ROOT);
  }

  String describe() {
    return name + " = " + shown + " (" + source.name().toLowerCase(Locale.ROOT) + ")";
  }

  String usage() {
    String standard = fallback.isEmpty() ? "" : " Default: " + fallback + ".";
    return "  --%s  %s%s (%s)".formatted(name, description, standard, variable(name));
  }
}
