package dev.tributary.ingestion.observation;

import dev.tributary.ingestion.v1.Observation;
import dev.tributary.runtime.api.Rejected;
import java.time.Instant;
import java.util.Optional;

/**
 * An observation as judged by itself, before anybody asks what is recorded: exactly one of the two
 * is present.
 *
 * @param accepted what may be written
 * @param refusal why it may not
 */
record Judged(Optional<NewObservation> accepted, Optional<Rejected> refusal) {

  static Judged of(String workspace, Observation sent, Instant now) {
    try {
      return new Judged(Optional.of(NewObservation.of(workspace, sent, now)), Optional.empty());
    } catch (Rejected refusal) {
      return new Judged(Optional.empty(), Optional.of(refusal));
    }
  }
}
