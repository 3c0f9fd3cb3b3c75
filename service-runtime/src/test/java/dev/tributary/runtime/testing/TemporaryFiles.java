package dev.tributary.runtime.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/**
 * Removes what tests leave behind when the JVM ends, which is later than the last test and its
 * databases.
 */
final class TemporaryFiles {
  private static final Queue<Path> DIRECTORIES = new ConcurrentLinkedQueue<>();

  static {
    Runtime.getRuntime()
        .addShutdownHook(new Thread(TemporaryFiles::deleteAll, "delete-test-files"));
  }

  private TemporaryFiles() {}

  static Path newDirectory() {
    try {
      Path directory = Files.createTempDirectory("tributary-test-");
      DIRECTORIES.add(directory);
      return directory;
    } catch (IOException unusable) {
      throw new UncheckedIOException(unusable);
    }
  }

  private static void deleteAll() {
    DIRECTORIES.forEach(TemporaryFiles::delete);
  }

  private static void delete(Path directory) {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException kept) {
      throw new UncheckedIOException(kept);
    }
  }
}
