package dev.tributary.runtime.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.util.Arrays;
import java.util.BitSet;
import org.h2.store.fs.FileBaseDefault;

/**
 * One open file: the whole content in memory, and the real file behind it as it was when last
 * forced.
 */
final class UnforcedFile extends FileBaseDefault {
  private static final int PAGE_BYTES = 4_096;

  private final FileChannel real;
  private final UnforcedFiles.Disk disk;

  /** Pages that differ from the real file. */
  private final BitSet unforced = new BitSet();

  private byte[] content;
  private int size;

  UnforcedFile(FileChannel real, UnforcedFiles.Disk disk) throws IOException {
    this.real = real;
    this.disk = disk;
    ByteBuffer whole = ByteBuffer.allocate(Math.toIntExact(real.size()));
    int read = 0;
    while (whole.hasRemaining() && read >= 0) {
      read = real.read(whole, whole.position());
    }
    this.content = whole.array();
    this.size = content.length;
  }

  @Override
  public synchronized long size() {
    return size;
  }

  @Override
  public synchronized int read(ByteBuffer target, long position) {
    int count = (int) Math.min(target.remaining(), size - position);
    if (count <= 0) {
      return -1;
    }
    target.put(content, (int) position, count);
    return count;
  }

  @Override
  public synchronized int write(ByteBuffer source, long position) {
    disk.step();
    int count = source.remaining();
    int end = Math.toIntExact(position + count);
    if (end > content.length) {
      content = Arrays.copyOf(content, Math.max(end, 2 * content.length));
    }
    source.get(content, (int) position, count);
    // Also what lies between the old end and the position was never forced.
    unforced.set((int) Math.min(position, size) / PAGE_BYTES, pages(end));
    size = Math.max(size, end);
    return count;
  }

  @Override
  protected synchronized void implTruncate(long newSize) {
    if (newSize < size) {
      Arrays.fill(content, (int) newSize, size, (byte) 0);
      unforced.set((int) newSize / PAGE_BYTES, pages(size));
      size = (int) newSize;
    }
  }

  @Override
  public synchronized void force(boolean metaData) throws IOException {
    disk.step();
    synchronized (disk) {
      for (int page = unforced.nextSetBit(0); page >= 0; page = unforced.nextSetBit(page + 1)) {
        int start = page * PAGE_BYTES;
        int length = Math.min(PAGE_BYTES, size - start);
        if (length > 0) {
          writeFully(ByteBuffer.wrap(content, start, length), start);
        }
      }
      unforced.clear();
      real.truncate(size);
    }
    disk.step();
  }

  private void writeFully(ByteBuffer bytes, long start) throws IOException {
    long position = start;
    while (bytes.hasRemaining()) {
      position += real.write(bytes, position);
    }
  }

  private static int pages(int bytes) {
    return (bytes + PAGE_BYTES - 1) / PAGE_BYTES;
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
