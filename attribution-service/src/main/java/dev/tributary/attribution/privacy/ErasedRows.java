package dev.tributary.attribution.privacy;

import java.util.List;

/**
 * Rows that were overwritten.
 *
 * @param name what they are: a table, or a table and what of it
 * @param rows how many
 * @param places those of them whose entries in the feed carried the key
 */
public record ErasedRows(String name, long rows, List<FeedPlace> places) {
  /** Keeps its own copy. */
  public ErasedRows {
    places = List.copyOf(places);
  }

  /** Rows that the feed does not carry. */
  public static ErasedRows unfed(String name, long rows) {
    return new ErasedRows(name, rows, List.of());
  }
}
