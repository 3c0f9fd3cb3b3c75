package dev.tributary.local.durability;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a client was told to be recorded, on the client's own disk before it counts. Thread-safe.
 */
final class AckFile implements AutoCloseable {
  private final Path file;
  private final FileChannel channel;
  private final Object forcing = new Object();

  /** Additions written; guarded by this. */
  private long written;

  /** The last addition that is on disk; guarded by forcing. */
  private long forced;

  AckFile(Path file) {
    this.file = file;
    try {
      channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    } catch (IOException unusable) {
      throw new UncheckedIOException(unusable);
    }
  }

  /**
   * Returns when the ids are on disk. One caller forces what others wrote meanwhile too, so that
   * the disk does not let them send one after the other.
   */
  void add(List<String> ids) {
    long mine = write(ids);
    synchronized (forcing) {
      if (forced < mine) {
        forced = force();
      }
    }
  }

  private synchronized long write(List<String> ids) {
    ByteBuffer lines =
        ByteBuffer.wrap((String.join("\n", ids) + "\n").getBytes(StandardCharsets.UTF_8));
    try {
      while (lines.hasRemaining()) {
        channel.write(lines);
      }
      written++;
      return written;
    } catch (IOException unusable) {
      throw new UncheckedIOException(unusable);
    }
  }

  /** Answers up to which addition all is on disk. */
  private long force() {
    long before;
    synchronized (this) {
      before = written;
    }
    try {
      channel.force(false);
      return before;
    } catch (IOException unusable) {
      throw new UncheckedIOException(unusable);
    }
  }

  /** All ids, as the disk tells them. */
  Set<String> ids() {
    try {
      return new HashSet<>(Files.readAllLines(file));
    } catch (IOException unusable) {
      throw new UncheckedIOException(unusable);
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
