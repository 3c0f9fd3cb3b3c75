package dev.tributary.runtime.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.util.Arrays;
import org.h2.store.fs.FileBaseDefault;

/**
 * One open file: the whole content in memory, and the real file behind it as it was when last
 * forced.
 */
final class UnforcedFile extends FileBaseDefault {
  private final FileChannel real;
  private byte[] content;

  UnforcedFile(FileChannel real) throws IOException {
    this.real = real;
    ByteBuffer whole = ByteBuffer.allocate(Math.toIntExact(real.size()));
    int read = 0;
    while (whole.hasRemaining() && read >= 0) {
      read = real.read(whole, whole.position());
    }
    this.content = whole.array();
  }

  @Override
  public synchronized long size() {
    return content.length;
  }

  @Override
  public synchronized int read(ByteBuffer target, long position) {
    int count = (int) Math.min(target.remaining(), content.length - position);
    if (count <= 0) {
      return -1;
    }
    target.put(content, (int) position, count);
    return count;
  }

  @Override
  public synchronized int write(ByteBuffer source, long position) {
    int count = source.remaining();
    int end = Math.toIntExact(position + count);
    if (end > content.length) {
      content = Arrays.copyOf(content, end);
    }
    source.get(content, (int) position, count);
    return count;
  }

  @Override
  protected synchronized void implTruncate(long size) {
    if (size < content.length) {
      content = Arrays.copyOf(content, (int) size);
    }
  }

  @Override
  public synchronized void force(boolean metaData) throws IOException {
    ByteBuffer whole = ByteBuffer.wrap(content);
    while (whole.hasRemaining()) {
      real.write(whole, whole.position());
    }
    real.truncate(content.length);
  }

  @Override
  public FileLock tryLock(long position, long size, boolean shared) throws IOException {
    return real.tryLock(position, size, shared);
  }

  @Override
  protected void implCloseChannel() throws IOException {
    real.close();
  }
}
