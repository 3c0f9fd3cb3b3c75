package dev.tributary.runtime.identity;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/**
 * A person as Tributary knows one: the first 16 bytes of a keyed hash. It cannot be turned back
 * into the name, and it differs between workspaces. Immutable; equal by value.
 */
@SuppressWarnings(
    "ArrayRecordComponent") // Equality is by value and the bytes are copied, see below.
public record PersonKey(byte[] bytes) {
  /** Length of every key, in bytes. */
  public static final int LENGTH = 16;

  /** How a tombstone begins. */
  private static final byte[] MARK = "ERASED\0\0".getBytes(StandardCharsets.US_ASCII);

  /** Refuses any other length with {@link IllegalArgumentException}. */
  public PersonKey {
    if (bytes.length != LENGTH) {
      throw new IllegalArgumentException(
          "person key: " + bytes.length + " bytes (expected: " + LENGTH + ")");
    }
    bytes = bytes.clone();
  }

  /**
   * What stands in the place of an erased person's key: nobody can compute it, and it says of
   * itself what it is. That a hash looks like one has a chance of 1 in 2^64.
   */
  public static PersonKey tombstone(RandomGenerator random) {
    byte[] bytes = new byte[LENGTH];
    random.nextBytes(bytes);
    System.arraycopy(MARK, 0, bytes, 0, MARK.length);
    return new PersonKey(bytes);
  }

  /** Whether it stands for somebody erased, of whom nothing can be said, not even who it is not. */
  public boolean isTombstone() {
    return Arrays.equals(bytes, 0, MARK.length, MARK, 0, MARK.length);
  }

  /**
   * The key written by {@link #hex()}.
   *
   * @throws IllegalArgumentException if the text is not 32 hexadecimal digits
   */
  public static PersonKey ofHex(String hex) {
    return new PersonKey(HexFormat.of().parseHex(hex));
  }

  /** A copy of the 16 bytes, for the database. */
  @Override
  public byte[] bytes() {
    return bytes.clone();
  }

  /** 32 lower-case hexadecimal digits. */
  public String hex() {
    return HexFormat.of().formatHex(bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PersonKey key && Arrays.equals(bytes, key.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "PersonKey[" + hex() + "]";
  }
}
