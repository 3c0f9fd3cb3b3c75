package dev.tributary.ingestion.observation;

import com.google.protobuf.ByteString;
import dev.tributary.ingestion.content.Canonical;
import dev.tributary.ingestion.v1.Observation;
import dev.tributary.runtime.api.ProtoTimes;
import dev.tributary.runtime.api.Rejected;
import dev.tributary.runtime.group.Fact;
import dev.tributary.runtime.identity.PersonHasher;
import java.time.Instant;
import java.util.Optional;

/**
 * An observation that keeps all rules and waits to be written.
 *
 * @param key what it is recognised by
 * @param fingerprint what its content is recognised by, see {@link Fingerprint}
 * @param observation as it is to be stored, receive time included
 */
record NewObservation(ObservationKey key, ByteString fingerprint, Observation observation)
    implements Fact<NewObservation> {

  /**
   * Parses what a caller sent. Names of authors are hashed here and go no further.
   *
   * @throws Rejected if it breaks a rule
   */
  static NewObservation of(String workspace, Observation sent, PersonHasher hasher, Instant now)
      throws Rejected {
    ObservationRules.check(sent, now);
    Observation named = Canonical.of(sent.toBuilder().clearReceiveTime().build());
    Observation content = new Authors(workspace, hasher).hashedIn(named);
    return new NewObservation(
        ObservationKey.of(workspace, Subject.of(content), content.getObservationId()),
        fingerprintOf(content),
        content.toBuilder().setReceiveTime(ProtoTimes.toProto(now)).build());
  }

  /** What the content of an observation is recognised by. */
  static ByteString fingerprintOf(Observation observation) {
    Observation content = observation.toBuilder().clearReceiveTime().build();
    return ByteString.copyFrom(Fingerprint.of(CounterOrder.byMetric(content)));
  }

  /** When it was true. */
  Instant observedTime() {
    return ProtoTimes.toInstant(observation.getObservedTime());
  }

  @Override
  public int shard() {
    return key.shard();
  }

  @Override
  public Optional<String> firstDifference(NewObservation other) {
    Observation before = other.observation.toBuilder().clearReceiveTime().build();
    Observation now = Unnamed.like(observation.toBuilder().clearReceiveTime().build(), before);
    return FirstDifference.between(CounterOrder.like(now, before), now);
  }
}
