package dev.tributary.local.output;

/** Whether somebody is watching. */
public final class Terminal {
  private Terminal() {}

  /** Whether the output is a terminal, on which a line can be redrawn; a pipe or a file is none. */
  // From JDK 22 on there is always a console; a bar is then redrawn in a log, which harms nobody.
  @SuppressWarnings("SystemConsoleNull")
  public static boolean isWatched() {
    return System.console() != null;
  }
}
