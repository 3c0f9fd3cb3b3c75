package dev.tributary.runtime.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import org.h2.store.fs.FilePathWrapper;

/**
 * Files under H2 that behave like a disk with a volatile cache: what is written can be read again,
 * but reaches the real file only by {@code force()}. The real file is therefore what a power cut
 * would leave. Names, as in {@code jdbc:h2:unforced:/tmp/test}, go through at once.
 */
public final class UnforcedFiles extends FilePathWrapper {
  static final String SCHEME = "unforced";

  /** Called by H2 for each path. */
  public UnforcedFiles() {}

  @Override
  public String getScheme() {
    return SCHEME;
  }

  @Override
  public FileChannel open(String mode) throws IOException {
    return new UnforcedFile(super.open(mode));
  }
}
