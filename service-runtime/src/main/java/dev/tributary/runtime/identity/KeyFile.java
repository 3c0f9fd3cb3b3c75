package dev.tributary.runtime.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;

/**
 * The file of the generated key: one line of hexadecimal digits, for its owner only, on disk before
 * it is used.
 */
record KeyFile(Path path) {
  private static final int KEY_BYTES = 32;

  /** The key in the file; makes file and key when there is none. */
  byte[] readOrCreate() {
    try {
      if (!Files.exists(path)) {
        create();
      }
      return parse(path.toString(), Files.readString(path).strip());
    } catch (IOException unusable) {
      throw new UncheckedIOException("the person key file " + path + " cannot be used", unusable);
    }
  }

  /**
   * Reads the digits of a key.
   *
   * @param name what the caller calls the key, for the message, which never holds the key itself
   * @throws IllegalArgumentException if it is not hexadecimal or shorter than 32 bytes
   */
  static byte[] parse(String name, String hex) {
    if (hex.length() < 2 * KEY_BYTES
        || hex.length() % 2 != 0
        || !hex.chars().allMatch(HexFormat::isHexDigit)) {
      throw new IllegalArgumentException(
          name
              + ": "
              + hex.length()
              + " characters (expected: an even number of hexadecimal digits, at least 64)");
    }
    return HexFormat.of().parseHex(hex);
  }

  /** Written aside and moved, so that a crash leaves either no file or a whole one. */
  private void create() throws IOException {
    byte[] key = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(key);
    Path directory = Files.createDirectories(path.toAbsolutePath().getParent());
    Path draft = directory.resolve(path.getFileName() + ".draft");
    Files.deleteIfExists(draft);
    var ownerOnly =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    try (FileChannel file =
        FileChannel.open(
            draft, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly)) {
      file.write(
          ByteBuffer.wrap(
              (HexFormat.of().formatHex(key) + "\n").getBytes(StandardCharsets.US_ASCII)));
      file.force(true);
    }
    Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE);
    try (FileChannel entry = FileChannel.open(directory, StandardOpenOption.READ)) {
      entry.force(true);
    }
  }
}
