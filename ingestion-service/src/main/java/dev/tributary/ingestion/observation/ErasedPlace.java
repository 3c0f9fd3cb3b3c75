package dev.tributary.ingestion.observation;

import java.util.List;

/**
 * An observation in which an author was overwritten.
 *
 * @param shard where its entry is in the feed
 * @param sequence its place in the shard
 * @param items which of its comments or mentions were the author's, counted from 0
 */
public record ErasedPlace(int shard, long sequence, List<Integer> items) {
  /** Keeps its own copy. */
  public ErasedPlace {
    items = List.copyOf(items);
  }
}
