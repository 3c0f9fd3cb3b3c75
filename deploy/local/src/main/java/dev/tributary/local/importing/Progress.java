package dev.tributary.local.importing;

import com.google.common.hash.Hashing;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How far an import came, in a small file beside the one that is imported, so that one that was
 * broken off goes on quickly. It is only about speed: sending a row again changes nothing.
 */
final class Progress {
  private static final int HEAD_BYTES = 64 * 1024;

  private final Path file;
  private final String identity;

  private Progress(Path file, String identity) {
    this.file = file;
    this.identity = identity;
  }

  /**
   * The progress of importing a file in one way.
   *
   * @param path what is imported
   * @param way what else decides what is sent, for example the mapping
   * @throws IOException if the file cannot be read
   */
  static Progress of(Path path, String way) throws IOException {
    String identity =
        Hashing.sha256()
            .newHasher()
            .putLong(Files.size(path))
            .putBytes(head(path))
            .putString(way, StandardCharsets.UTF_8)
            .hash()
            .toString();
    return new Progress(Path.of(path + ".progress"), identity);
  }

  /**
   * Where an import stood.
   *
   * @param rows read, of which every one is answered
   * @param counts what became of them
   */
  record Mark(long rows, ImportCounts counts) {}

  /** The mark of an import of the same file in the same way that did not come to its end. */
  Optional<Mark> last() throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    List<String> lines = Files.readAllLines(file);
    if (lines.size() != 2
        || !lines.get(0).equals(identity)
        || !lines.get(1).matches("\\d{1,18}( \\d{1,18}){4}")) {
      return Optional.empty();
    }
    long[] numbers = Stream.of(lines.get(1).split(" ", -1)).mapToLong(Long::parseLong).toArray();
    return Optional.of(
        new Mark(numbers[0], new ImportCounts(numbers[1], numbers[2], numbers[3], numbers[4], 0)));
  }

  /** Keeps a mark; the one before stays whole until this one is. */
  void keep(Mark mark) throws IOException {
    ImportCounts counts = mark.counts();
    Path next = Path.of(file + ".next");
    Files.write(
        next,
        List.of(
            identity,
            "%d %d %d %d %d"
                .formatted(
                    mark.rows(),
                    counts.recorded(),
                    counts.updated(),
                    counts.already(),
                    counts.refused())));
    Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Forgets it: the import came to its end. */
  void end() throws IOException {
    Files.deleteIfExists(file);
  }

  private static byte[] head(Path path) throws IOException {
    try (InputStream bytes = Files.newInputStream(path)) {
      return bytes.readNBytes(HEAD_BYTES);
    }
  }
}
