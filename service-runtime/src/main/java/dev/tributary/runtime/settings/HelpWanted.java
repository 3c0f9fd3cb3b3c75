package dev.tributary.runtime.settings;

/** The arguments hold {@code --help}: nothing shall start, the message is the text to print. */
public final class HelpWanted extends RuntimeException {
  private static final long serialVersionUID = 1L;

  HelpWanted(String usage) {
    super(usage);
  }
}
