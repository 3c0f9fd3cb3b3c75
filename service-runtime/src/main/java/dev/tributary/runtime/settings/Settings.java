package dev.tributary.runtime.settings;

import dev.tributary.runtime.settings.Setting.Source;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The settings of one process. A setting is named in kebab case: {@code db-url} is the flag {@code
 * --db-url=x} or {@code --db-url x}, or the variable {@code TRIBUTARY_DB_URL}; the flag wins, and
 * an empty variable counts as absent. A bare flag is a truth value. Several readers may share one
 * setting.
 *
 * <p>A value that cannot be used is remembered and its default returned, so that {@link #finish}
 * can report all problems at once. Not thread-safe: used while the process starts.
 */
public final class Settings {
  static final String VARIABLE_PREFIX = "TRIBUTARY_";

  /** Read by the logging configuration, not by us. */
  private static final Set<String> VARIABLES_READ_ELSEWHERE = Set.of("TRIBUTARY_LOG_LEVEL");

  private static final Logger log = LoggerFactory.getLogger(Settings.class);

  private final Map<String, String> environment;
  private final Flags flags;
  private final Map<String, Setting> read = new LinkedHashMap<>();
  private final Set<String> problems;

  private Settings(Map<String, String> environment, Flags flags) {
    this.environment = Map.copyOf(environment);
    this.flags = flags;
    this.problems = new LinkedHashSet<>(flags.problems());
  }

  /** Settings from a process's environment and command line. */
  public static Settings of(Map<String, String> environment, List<String> arguments) {
    return new Settings(environment, Flags.parse(arguments));
  }

  /** Any text that is not empty. */
  public String text(String name, String defaultValue, String description) {
    return value(name, defaultValue, description, Function.identity(), Optional::of, "a text");
  }

  /** Any text that is not empty, or nothing. */
  public Optional<String> optionalText(String name, String description) {
    return optional(name, description, Setting::redact);
  }

  /** A whole number from {@code min} to {@code max}, both included. */
  public int integer(String name, int defaultValue, int min, int max, String description) {
    return value(
        name,
        defaultValue,
        description,
        String::valueOf,
        text -> wholeNumber(text).filter(number -> number >= min && number <= max),
        "a whole number, " + min + "-" + max);
  }

  /** A duration such as 250ms, 5s, 2m or 1h. */
  public Duration duration(String name, Duration defaultValue, String description) {
    return value(
        name, defaultValue, description, Durations::format, Durations::parse, Durations.FORM);
  }

  /** A truth value: true, false, or the bare flag for true. */
  public boolean flag(String name, boolean defaultValue, String description) {
    return value(
        name, defaultValue, description, String::valueOf, Settings::truth, "true or false");
  }

  /** A path in the default file system; it need not exist. */
  public Path path(String name, Path defaultValue, String description) {
    return value(
        name, defaultValue, description, Path::toString, text -> pathOf(text), "a file path");
  }

  /** A path in the default file system that need not exist, or nothing. */
  public Optional<Path> optionalPath(String name, String description) {
    Optional<String> text = optional(name, description, Setting::redact);
    Optional<Path> path = text.flatMap(Settings::pathOf);
    if (text.isPresent() && path.isEmpty()) {
      problem(name, "\"" + text.get() + "\" (expected: a file path)");
    }
    return path;
  }

  /** A secret, or nothing. Its value is in no message and no description of ours. */
  public Optional<Secret> secret(String name, String description) {
    return optional(name, description, text -> Secret.STARS).map(Secret::new);
  }

  /**
   * Remembers a problem that only the reader of a setting can see, such as two settings that
   * exclude each other.
   *
   * @param text what came and what is accepted; the setting's name is put before it
   */
  public void problem(String name, String text) {
    problems.add(name + ": " + text);
  }

  /**
   * To be called when every setting was read. Unknown variables that start with TRIBUTARY_ are only
   * logged, because an environment may be shared by several programs.
   *
   * @throws HelpWanted when the command line asks for help
   * @throws SettingsException with all problems, unknown flags included
   */
  public void finish() {
    if (flags.help()) {
      throw new HelpWanted(usage());
    }
    Set<String> unknown = new LinkedHashSet<>(flags.values().keySet());
    unknown.removeAll(read.keySet());
    unknown.forEach(
        name -> problems.add("--" + name + ": unknown flag (expected: " + names() + ")"));
    if (!problems.isEmpty()) {
      throw new SettingsException(List.copyOf(problems));
    }
    Set<String> variables =
        read.keySet().stream().map(Setting::variable).collect(Collectors.toSet());
    environment.keySet().stream()
        .filter(variable -> variable.startsWith(VARIABLE_PREFIX))
        .filter(variable -> !variables.contains(variable))
        .filter(variable -> !VARIABLES_READ_ELSEWHERE.contains(variable))
        .sorted()
        .forEach(variable -> log.warn("{} is set but is not a setting of this program", variable));
  }

  /**
   * One line per setting in the order of reading: its value and where it came from; secrets are
   * stars.
   */
  public String describe() {
    return read.values().stream().map(Setting::describe).collect(Collectors.joining("\n"));
  }

  private String usage() {
    return read.values().stream().map(Setting::usage).collect(Collectors.joining("\n"));
  }

  private String names() {
    return read.keySet().stream().map(name -> "--" + name).collect(Collectors.joining(", "));
  }

  private <T> T value(
      String name,
      T fallback,
      String description,
      Function<T, String> show,
      Function<String, Optional<T>> parse,
      String accepted) {
    String shownFallback = Setting.redact(show.apply(fallback));
    Optional<Given> given = given(name);
    if (given.isEmpty()) {
      remember(new Setting(name, shownFallback, Source.DEFAULT, description, shownFallback));
      return fallback;
    }
    String text = given.get().text();
    remember(
        new Setting(name, Setting.redact(text), given.get().source(), description, shownFallback));
    Optional<T> value =
        acceptsBare(fallback) || !text.isEmpty() ? parse.apply(text) : Optional.empty();
    if (value.isEmpty()) {
      problem(name, "\"" + Setting.redact(text) + "\" (expected: " + accepted + ")");
    }
    return value.orElse(fallback);
  }

  private Optional<String> optional(
      String name, String description, Function<String, String> show) {
    Optional<Given> given = given(name);
    String shown = given.map(Given::text).map(show).orElse("not set");
    Source source = given.map(Given::source).orElse(Source.DEFAULT);
    remember(new Setting(name, shown, source, description, ""));
    if (given.isPresent() && given.get().text().isEmpty()) {
      problem(name, "no value (expected: --" + name + "=value)");
      return Optional.empty();
    }
    return given.map(Given::text);
  }

  private void remember(Setting setting) {
    read.put(setting.name(), setting);
  }

  private Optional<Given> given(String name) {
    String flag = flags.values().get(name);
    if (flag != null) {
      return Optional.of(new Given(flag, Source.FLAG));
    }
    String variable = environment.getOrDefault(Setting.variable(name), "");
    return variable.isEmpty() ? Optional.empty() : Optional.of(new Given(variable, Source.ENV));
  }

  private static boolean acceptsBare(Object fallback) {
    return fallback instanceof Boolean;
  }

  private static Optional<Integer> wholeNumber(String text) {
    return text.matches("-?[0-9]{1,9}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
  }

  private static Optional<Boolean> truth(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case Flags.BARE, "true" -> Optional.of(true);
      case "false" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  private static Optional<Path> pathOf(String text) {
    return text.indexOf('\0') >= 0 ? Optional.empty() : Optional.of(Path.of(text));
  }

  private record Given(String text, Source source) {}
}
