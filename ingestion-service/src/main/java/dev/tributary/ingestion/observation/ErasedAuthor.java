package dev.tributary.ingestion.observation;

import java.util.List;
import java.util.SortedMap;

/**
 * What became of an author.
 *
 * @param places the observations that named the author
 * @param fields how many fields of each kind were overwritten, by the names of the contract
 * @param before what these observations counted before
 * @param after what they count now
 */
public record ErasedAuthor(
    List<ErasedPlace> places,
    SortedMap<String, Long> fields,
    SortedMap<String, Long> before,
    SortedMap<String, Long> after) {
  /** Keeps its own copy of the places. */
  public ErasedAuthor {
    places = List.copyOf(places);
  }
}
