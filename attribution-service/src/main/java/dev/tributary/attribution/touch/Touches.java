package dev.tributary.attribution.touch;

import dev.tributary.runtime.identity.PersonKey;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Recorded touches, for whoever looks for what came before a conversion. */
public final class Touches {
  /** How many touches of one person are looked at. */
  public static final int COUNT_MAX = 1_000;

  /** Reads through the handle that the caller brings. */
  public Touches() {}

  /**
   * The touches of any number of persons, and those with these ids whoever made them, newest first;
   * ties by the order of recording, then by id. Of each person at most the newest {@link
   * #COUNT_MAX} and one more, which tells that there are others.
   *
   * @param personKeys visitors and customers; a touch is theirs if either of its keys is among them
   * @param clickIds ids of touches
   * @param from first event time, included
   * @param to last event time, included
   */
  public List<Touch> forPersons(
      Handle handle,
      String workspace,
      Collection<PersonKey> personKeys,
      Collection<String> clickIds,
      Instant from,
      Instant to) {
    return new PersonTouchQuery(workspace, from, to, COUNT_MAX + 1)
        .run(handle, personKeys, clickIds);
  }
}
