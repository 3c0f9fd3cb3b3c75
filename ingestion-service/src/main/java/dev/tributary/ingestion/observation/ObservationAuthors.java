package dev.tributary.ingestion.observation;

import dev.tributary.ingestion.v1.Observation;
import dev.tributary.runtime.identity.PersonKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** Authors of comments and mentions in recorded observations. */
public final class ObservationAuthors {
  /** Messages in memory at once; each may have megabytes. */
  private static final int MESSAGES_AT_ONCE = 20;

  private final ObservationStore observations = new ObservationStore();
  private final AuthorStore authors = new AuthorStore();

  /** The observations of the database that the handles belong to. */
  public ObservationAuthors() {}

  /**
   * Overwrites an author wherever it is named. All heads are locked, so nobody writes meanwhile.
   *
   * @param tombstone what is to stand in the place of the author
   */
  public ErasedAuthor erase(
      Handle handle, String workspace, PersonKey author, PersonKey tombstone) {
    List<Place> places = authors.places(handle, workspace, author);
    List<ErasedPlace> erased = new ArrayList<>();
    SortedMap<String, Long> fields = new TreeMap<>();
    SortedMap<String, Long> before = new TreeMap<>();
    SortedMap<String, Long> after = new TreeMap<>();
    for (int first = 0; first < places.size(); first += MESSAGES_AT_ONCE) {
      List<Place> some = places.subList(first, Math.min(places.size(), first + MESSAGES_AT_ONCE));
      Map<Place, Observation> messages = observations.messages(handle, some);
      for (Place place : some) {
        Observation message = Objects.requireNonNull(messages.get(place));
        add(before, WrittenItems.counts(message));
        Unnamed unnamed = Unnamed.of(message, author, tombstone);
        observations.overwrite(handle, workspace, place, unnamed.observation());
        add(fields, unnamed.fields());
        erased.add(new ErasedPlace(place.shard(), place.sequence(), unnamed.items()));
      }
      // Read again, so that the receipt tells what is there and not what was meant.
      for (Observation message : observations.messages(handle, some).values()) {
        add(after, WrittenItems.counts(message));
      }
    }
    authors.delete(handle, workspace, author);
    return new ErasedAuthor(erased, fields, before, after);
  }

  private static void add(SortedMap<String, Long> sums, Map<String, Long> counts) {
    counts.forEach((name, count) -> sums.merge(name, count, WrittenItems::plus));
  }
}
