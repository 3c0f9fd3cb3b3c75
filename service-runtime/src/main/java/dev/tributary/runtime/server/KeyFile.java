package dev.tributary.runtime.server;

import dev.tributary.runtime.settings.SettingsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The file of API keys. Problems name the line only: what stands there may be a key by mistake. */
final class KeyFile {
  private static final Pattern HASH = Pattern.compile("[0-9a-fA-F]{64}");
  private static final Pattern WORKSPACE = Pattern.compile("[A-Za-z0-9._:-]{1,64}");
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final String FORM =
      "SHA-256 of the key in hex, workspace, scopes of read,write,feed";

  private KeyFile() {}

  /** Callers by the lower-case hash of their key. */
  static Map<String, Caller> read(Path file) throws IOException {
    Map<String, Caller> callers = new HashMap<>();
    List<String> problems = new ArrayList<>();
    List<String> lines = Files.readAllLines(file);
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      String[] words = BLANKS.split(line);
      Optional<Caller> caller = caller(words);
      if (caller.isEmpty()) {
        problems.add(file + ", line " + (i + 1) + ": not a key (expected: " + FORM + ")");
      } else if (callers.putIfAbsent(words[0].toLowerCase(Locale.ROOT), caller.get()) != null) {
        problems.add(file + ", line " + (i + 1) + ": this key stands twice (expected: once)");
      }
    }
    if (callers.isEmpty() && problems.isEmpty()) {
      problems.add(file + ": no key (expected: lines of " + FORM + ")");
    }
    if (!problems.isEmpty()) {
      throw new SettingsException(problems);
    }
    return callers;
  }

  private static Optional<Caller> caller(String[] words) {
    if (words.length != 3
        || !HASH.matcher(words[0]).matches()
        || !WORKSPACE.matcher(words[1]).matches()) {
      return Optional.empty();
    }
    return scopes(words[2]).map(scopes -> new Caller(words[1], scopes));
  }

  private static Optional<Set<Scope>> scopes(String list) {
    Set<Scope> scopes = EnumSet.noneOf(Scope.class);
    for (String label : list.split(",", -1)) {
      Optional<Scope> scope =
          Arrays.stream(Scope.values()).filter(known -> known.label().equals(label)).findFirst();
      if (scope.isEmpty()) {
        return Optional.empty();
      }
      scopes.add(scope.get());
    }
    return Optional.of(scopes);
  }
}
