package dev.tributary.attribution.touch;

import dev.tributary.attribution.identity.VisitorSpan;
import dev.tributary.runtime.identity.PersonKey;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Recorded touches, for whoever looks for what came before a conversion. */
public final class Touches {
  /** How many touches of one person are looked at. */
  public static final int COUNT_MAX = 1_000;

  /** Reads through the handle that the caller brings. */
  public Touches() {}

  /**
   * The touches of any number of searches, each touch once in each answer, in no order. Of each
   * time of a visitor, customer and id at most the newest {@link #COUNT_MAX} up to the middle and
   * one more, which tells that there are others; the same for the earliest after it. Those at the
   * time of the last one are all found, so that it never depends on the database which of them is
   * missing.
   *
   * @return the answers in the order of the searches
   */
  public List<Set<Touch>> find(Handle handle, String workspace, List<TouchSearch> searches) {
    List<Set<Touch>> found =
        Stream.<Set<Touch>>generate(LinkedHashSet::new).limit(searches.size()).toList();
    var query = new TouchQuery(workspace, COUNT_MAX + 1);
    query.run(handle, "person_key", "bytea", visitors(searches), found);
    query.run(
        handle,
        "customer_key",
        "bytea",
        named(searches, TouchSearch::customer, PersonKey::bytes),
        found);
    query.run(
        handle, "touch_id", "varchar", named(searches, TouchSearch::clickId, id -> id), found);
    return found;
  }

  /** The times of visitors that searches name. */
  private static List<TouchQuery.Wanted> visitors(List<TouchSearch> searches) {
    List<TouchQuery.Wanted> wanted = new ArrayList<>();
    for (int i = 0; i < searches.size(); i++) {
      for (VisitorSpan span : searches.get(i).visitors()) {
        TouchQuery.Wanted.within(i, span, searches.get(i)).ifPresent(wanted::add);
      }
    }
    return wanted;
  }

  /** The searches that name a value in one column. */
  private static <T> List<TouchQuery.Wanted> named(
      List<TouchSearch> searches,
      Function<TouchSearch, Optional<T>> name,
      Function<T, Object> stored) {
    List<TouchQuery.Wanted> wanted = new ArrayList<>();
    for (int i = 0; i < searches.size(); i++) {
      TouchSearch search = searches.get(i);
      int searchNo = i;
      name.apply(search)
          .map(stored)
          .ifPresent(value -> wanted.add(TouchQuery.Wanted.always(searchNo, value, search)));
    }
    return wanted;
  }
}
