package dev.tributary.metrics.fact;

/**
 * An account on a platform.
 *
 * @param platform where the account lives
 * @param handle its public handle without {@code @}
 */
public record AccountKey(Platform platform, String handle) implements Comparable<AccountKey> {

  @Override
  public int compareTo(AccountKey other) {
    int byPlatform = platform.compareTo(other.platform);
    return byPlatform != 0 ? byPlatform : handle.compareTo(other.handle);
  }

  /** For people and answers, for example {@code instagram/nordglow}. */
  @Override
  public String toString() {
    return platform.name().toLowerCase(java.util.Locale.ROOT) + "/" + handle;
  }
}
