package dev.tributary.runtime.log;

import dev.tributary.runtime.identity.LengthPrefixed;
import dev.tributary.runtime.identity.Sha256;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Where a row lives. The shard comes from an immutable key of the row, is computed once and stored
 * with it; the function never changes and rows never move.
 */
public final class Shards {
  /** Number of shards; they are numbered from 0. */
  public static final int COUNT = 64;

  private Shards() {}

  /**
   * The shard of a key: the low six bits of the first byte of SHA-256 over the length-prefixed
   * parts.
   *
   * @param kind what the key names, one of {@code person}, {@code order}, {@code code}, {@code
   *     link}, {@code subject}, {@code catalog}, {@code erasure}
   * @param key the parts of the key in their order, for an order its storefront, type and id
   */
  public static int of(String workspace, String kind, String... key) {
    List<String> parts = new ArrayList<>(2 + key.length);
    parts.add(workspace);
    parts.add(kind);
    Collections.addAll(parts, key);
    return Sha256.digest().digest(LengthPrefixed.encode(parts))[0] & (COUNT - 1);
  }
}
