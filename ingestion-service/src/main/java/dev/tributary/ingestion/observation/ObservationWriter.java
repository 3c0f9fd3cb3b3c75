package dev.tributary.ingestion.observation;

import dev.tributary.ingestion.v1.Observation;
import dev.tributary.runtime.log.FeedLog;
import dev.tributary.runtime.log.Heads;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Appends observations to the log, each once. The observations of one call may come from several
 * batches and workspaces; nothing of them is acknowledged before the caller's transaction has been
 * committed.
 */
final class ObservationWriter {
  private final FeedLog log;
  private final ObservationStore store;

  ObservationWriter(FeedLog log, ObservationStore store) {
    this.log = log;
    this.store = store;
  }

  /**
   * Writes what is new.
   *
   * @return what became of each observation, in their order
   */
  List<Written> write(Handle handle, List<NewObservation> observations) {
    Set<ObservationKey> keys =
        observations.stream().map(NewObservation::key).collect(Collectors.toSet());
    // Nobody else can write to these shards until commit, so what the probe does not find is not
    // there.
    Heads heads = log.lock(handle, keys.stream().map(ObservationKey::shard).toList());
    Map<ObservationKey, Known> stored = store.find(handle, keys);
    Map<Place, Observation> originals = store.messages(handle, changed(observations, stored));
    var group = new ObservationGroup(heads, stored, originals);
    List<Written> outcomes = observations.stream().map(group::add).toList();
    store.insert(handle, group.inserts());
    heads.finish();
    return outcomes;
  }

  /** Where the recorded observations stand that came again with another fingerprint. */
  private static List<Place> changed(
      List<NewObservation> observations, Map<ObservationKey, Known> stored) {
    var places = new LinkedHashSet<Place>();
    for (NewObservation observation : observations) {
      Known before = stored.get(observation.key());
      if (before != null && !before.fingerprint().equals(observation.fingerprint())) {
        places.add(new Place(observation.key().shard(), before.sequence()));
      }
    }
    return List.copyOf(places);
  }
}
