package dev.tributary.runtime.group;

import dev.tributary.runtime.log.Heads;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * The table of one kind of facts.
 *
 * @param <F> the facts
 */
public interface FactStore<F extends Fact<F>> {
  /** Those facts that are recorded, by {@link Fact#key()}; unknown ones are missing. */
  Map<Object, KnownFact> known(Handle handle, List<F> facts);

  /** A recorded fact with the key of this one; only asked for when their fingerprints differ. */
  F recorded(Handle handle, F resent, KnownFact known);

  /** Takes the fact's place in the feed of its shard. */
  long place(Heads heads, F fact);

  /** Adds new facts. */
  void insert(Handle handle, Heads heads, List<PlacedFact<F>> facts);
}
