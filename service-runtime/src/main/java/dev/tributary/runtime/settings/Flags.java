package dev.tributary.runtime.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The command line taken apart: {@code --name=value}, {@code --name value} or a bare {@code
 * --name}.
 *
 * @param values by name without the dashes; a bare flag has the value {@link #BARE}
 * @param problems words that are no flag, and flags given twice
 * @param help whether {@code --help} was among them
 */
record Flags(Map<String, String> values, List<String> problems, boolean help) {
  /** Value of a flag that stands alone; it means "true" where a truth value is wanted. */
  static final String BARE = "";

  private static final String DASHES = "--";

  static Flags parse(List<String> arguments) {
    Map<String, String> values = new LinkedHashMap<>();
    List<String> problems = new ArrayList<>();
    boolean help = false;
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      if (!argument.startsWith(DASHES)) {
        problems.add("\"" + argument + "\": not a flag (expected: --name=value)");
        continue;
      }
      int equals = argument.indexOf('=');
      String name = argument.substring(DASHES.length(), equals < 0 ? argument.length() : equals);
      String value = equals < 0 ? BARE : argument.substring(equals + 1);
      if (equals < 0 && i + 1 < arguments.size() && !arguments.get(i + 1).startsWith(DASHES)) {
        value = arguments.get(++i);
      }
      if (name.equals("help")) {
        help = true;
      } else if (values.putIfAbsent(name, value) != null) {
        problems.add(DASHES + name + ": given twice (expected: once)");
      }
    }
    return new Flags(values, problems, help);
  }
}
