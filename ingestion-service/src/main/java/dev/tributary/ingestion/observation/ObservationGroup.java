package dev.tributary.ingestion.observation;

import dev.tributary.ingestion.v1.Observation;
import dev.tributary.runtime.api.Rejected;
import dev.tributary.runtime.log.Heads;
import dev.tributary.type.v1.ErrorReason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells, one observation after another, what is new, what was sent before and what reuses an id,
 * and gives the new ones their places. The heads of all shards concerned are locked, so nothing
 * changes underneath.
 */
final class ObservationGroup {
  /** Kind of the feed entries. */
  static final String ENTRY_KIND = "observation";

  private final Heads heads;
  private final Map<ObservationKey, Known> stored;
  private final Map<Place, Observation> originals;
  private final Map<ObservationKey, Known> added = new HashMap<>();
  private final List<PlacedObservation> inserts = new ArrayList<>();

  /**
   * A group.
   *
   * @param stored what is recorded under the keys of the group
   * @param originals the recorded messages of those whose fingerprint came again different
   */
  ObservationGroup(
      Heads heads, Map<ObservationKey, Known> stored, Map<Place, Observation> originals) {
    this.heads = heads;
    this.stored = stored;
    this.originals = originals;
  }

  /** What becomes of the next observation. */
  Written add(NewObservation observation) {
    Known before = stored.get(observation.key());
    Known earlier = added.get(observation.key());
    if (before != null) {
      return before.fingerprint().equals(observation.fingerprint())
          ? Written.alreadyRecorded(before.sequence())
          : compared(observation, before.sequence());
    }
    if (earlier != null) {
      return earlier.fingerprint().equals(observation.fingerprint())
          ? Written.alreadyRecorded(earlier.sequence())
          : Written.rejected(duplicate(observation));
    }
    return append(observation);
  }

  /** New observations, to be inserted. */
  List<PlacedObservation> inserts() {
    return inserts;
  }

  private Written append(NewObservation observation) {
    ObservationKey key = observation.key();
    byte[] payload = observation.observation().toByteArray();
    long sequence = heads.append(key.shard(), key.workspace(), ENTRY_KIND, payload);
    added.put(key, new Known(observation.fingerprint(), sequence));
    inserts.add(new PlacedObservation(observation, sequence));
    return Written.recorded(sequence);
  }

  /** Two fingerprints may also differ because their versions do; what counts is the content. */
  private Written compared(NewObservation observation, long sequence) {
    Observation original = originals.get(new Place(observation.key().shard(), sequence));
    if (original == null) {
      throw new IllegalStateException(
          "shard %d, sequence %d: no feed entry".formatted(observation.key().shard(), sequence));
    }
    Optional<String> difference = observation.firstDifferenceFrom(original);
    return difference.isPresent()
        ? Written.rejected(reused(observation, difference.get()))
        : Written.alreadyRecorded(sequence);
  }

  private static Rejected reused(NewObservation observation, String field) {
    return new Rejected(
        ErrorReason.ERROR_REASON_ID_REUSED,
        field,
        observation.key().observationId()
            + " was recorded before with other content (expected: the same, or a new observation_id)");
  }

  private static Rejected duplicate(NewObservation observation) {
    return new Rejected(
        ErrorReason.ERROR_REASON_DUPLICATE_IN_BATCH,
        "observation_id",
        observation.key().observationId()
            + " stands earlier in this batch with other content (expected: each once)");
  }
}
