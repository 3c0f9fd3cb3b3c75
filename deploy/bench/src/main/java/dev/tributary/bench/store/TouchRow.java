package dev.tributary.bench.store;

import dev.tributary.attribution.v1.Touch;
import dev.tributary.attribution.v1.UtmParameters;
import dev.tributary.runtime.identity.PersonHasher;
import dev.tributary.runtime.identity.PersonKey;
import dev.tributary.runtime.identity.PersonKind;
import dev.tributary.runtime.log.Shards;
import java.util.List;
import java.util.Optional;

/**
 * A row of the service's table {@code touch}, as the service would write it.
 *
 * @param touch as it was sent
 * @param person the visitor, hashed
 * @param customer the customer, hashed
 * @param shard of the visitor
 * @param sequence its place in the shard
 * @param timeMicros when it happened and was recorded, microseconds since 1970
 */
public record TouchRow(
    Touch touch,
    PersonKey person,
    Optional<PersonKey> customer,
    int shard,
    long sequence,
    long timeMicros) {
  /** Workspace of a service without API keys. */
  static final String WORKSPACE = "default";

  /** The columns, in the order in which rows are written. */
  static final List<String> COLUMNS =
      List.of(
          "shard",
          "sequence",
          "workspace",
          "touch_id",
          "person_key",
          "customer_key",
          "type",
          "event_time",
          "record_time",
          "link_id",
          "utm_source",
          "utm_medium",
          "utm_campaign",
          "utm_term",
          "utm_content",
          "utm_id",
          "validity",
          "test",
          "fingerprint");

  /** A row without its place yet. */
  static TouchRow of(Touch touch, PersonHasher hasher, long timeMicros) {
    PersonKey person = hasher.hash(WORKSPACE, PersonKind.VISITOR, touch.getVisitorId());
    Optional<PersonKey> customer =
        Optional.of(touch.getCustomerId())
            .filter(id -> !id.isEmpty())
            .map(id -> hasher.hash(WORKSPACE, PersonKind.CUSTOMER, id));
    int shard = Shards.of(WORKSPACE, "person", person.hex());
    return new TouchRow(touch, person, customer, shard, 0, timeMicros);
  }

  /** The same row at a place. */
  TouchRow at(long newSequence) {
    return new TouchRow(touch, person, customer, shard, newSequence, timeMicros);
  }

  UtmParameters utm() {
    return touch.getUtm();
  }

  /**
   * A version byte and 16 bytes that tell contents apart; these are of the id, since nothing is
   * ever compared with them.
   */
  byte[] fingerprint() {
    byte[] bytes = new byte[17];
    byte[] key = person.bytes();
    System.arraycopy(key, 0, bytes, 1, key.length);
    bytes[0] = 1;
    bytes[16] ^= (byte) touch.getTouchId().hashCode();
    return bytes;
  }
}
