package dev.tributary.local.handout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder that a handout is written to. */
final class HandoutFiles {
  private final Path folder;

  HandoutFiles(Path folder) {
    this.folder = folder;
  }

  /** Writes a file, over one of an earlier handout. */
  void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.writeString(file, text);
  }

  /** Where the sheet of a creator goes. */
  static String sheet(String creatorId) {
    return "sheets/" + Slugs.plain(creatorId) + ".html";
  }

  Path folder() {
    return folder;
  }
}
