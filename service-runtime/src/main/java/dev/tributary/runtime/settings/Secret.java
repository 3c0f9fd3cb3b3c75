package dev.tributary.runtime.settings;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A value that must never reach a log or a screen. Printing it shows stars; reading it is explicit.
 */
public final class Secret {
  static final String STARS = "***";

  private final String value;

  /** Wraps the value; it stays in memory for the life of this object. */
  public Secret(String value) {
    this.value = Objects.requireNonNull(value);
  }

  /** The value itself. The name is meant to stand out in review. */
  public String reveal() {
    return value;
  }

  /** Compares in constant time, so that timing tells nothing about the value. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Secret that && MessageDigest.isEqual(bytes(value), bytes(that.value));
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  /** Three stars, whatever the value. */
  @Override
  public String toString() {
    return STARS;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
