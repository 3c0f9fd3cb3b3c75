package dev.tributary.runtime.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.h2.store.fs.FilePathWrapper;

/**
 * Files under H2 that behave like a disk with a volatile cache: what is written can be read again,
 * but reaches the real file only by {@code force()}. The real file is therefore what a power cut
 * would leave. Names, as in {@code jdbc:h2:unforced:/tmp/test}, go through at once.
 */
public final class UnforcedFiles extends FilePathWrapper {
  static final String SCHEME = "unforced";

  /** H2 makes its own instances of this class, so the disk below them is one for all. */
  private static final Disk DISK = new Disk();

  /** Called by H2 for each path. */
  public UnforcedFiles() {}

  /** The database in a file on this disk; it is there when H2 knows {@link #UnforcedFiles()}. */
  public static DatabaseConfig database(Path file, int poolSize) {
    return new DatabaseConfig(
        H2Dialect.URL_PREFIX + SCHEME + ":" + file, Optional.empty(), Optional.empty(), poolSize);
  }

  /** Copies what is really on disk at one moment: never a part of what is being forced. */
  public static void copy(Path from, Path to) throws IOException {
    synchronized (DISK) {
      Files.copy(from, to);
    }
  }

  /**
   * From now on calls this before each write, before each force and after it, on the thread that
   * writes: these are all moments that differ in what a power cut would leave and who was told.
   */
  public static void atEachStep(Runnable step) {
    DISK.atEachStep = step;
  }

  @Override
  public String getScheme() {
    return SCHEME;
  }

  @Override
  public FileChannel open(String mode) throws IOException {
    return new UnforcedFile(super.open(mode), DISK);
  }

  /** What is below the files; who holds its monitor sees no force half done. */
  static final class Disk {
    private volatile Runnable atEachStep = () -> {};

    void step() {
      atEachStep.run();
    }
  }
}
