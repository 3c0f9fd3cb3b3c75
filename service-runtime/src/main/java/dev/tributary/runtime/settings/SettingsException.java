package dev.tributary.runtime.settings;

import java.util.List;

/** The settings cannot be used. Carries every problem found, so that one start shows them all. */
public final class SettingsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> problems;

  /** One sentence per problem, each naming its setting, what came and what is accepted. */
  public SettingsException(List<String> problems) {
    super("settings:\n  " + String.join("\n  ", problems));
    this.problems = List.copyOf(problems);
  }

  /** The problems in the order in which they were found; never empty. */
  public List<String> problems() {
    return problems;
  }
}
