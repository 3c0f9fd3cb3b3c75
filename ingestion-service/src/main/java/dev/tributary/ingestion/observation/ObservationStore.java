package dev.tributary.ingestion.observation;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.tributary.ingestion.v1.Observation;
import dev.tributary.runtime.database.BulkInsert;
import dev.tributary.runtime.database.RowSink;
import dev.tributary.runtime.group.FactStore;
import dev.tributary.runtime.group.KnownFact;
import dev.tributary.runtime.group.PlacedFact;
import dev.tributary.runtime.log.Heads;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** The table of observations by subject. Their messages stand once, as entries of the feed. */
final class ObservationStore implements FactStore<NewObservation> {
  /** Kind of the feed entries. */
  static final String ENTRY_KIND = "observation";

  private static final BulkInsert<PlacedFact<NewObservation>> INSERT =
      new BulkInsert<>(
          "observation",
          """
          shard, workspace, subject_key, observation_id, fingerprint, observed_time,
          sequence""",
          ObservationStore::write);

  // Joined on the whole key, so that both databases look each one up in the primary key.
  private static final String FIND =
      """
      select o.shard, o.workspace, o.subject_key, o.observation_id, o.fingerprint, o.sequence
      from unnest(cast(:shards as integer array), cast(:workspaces as text array),
          cast(:subject_keys as text array), cast(:observation_ids as text array))
        as wanted (shard, workspace, subject_key, observation_id)
      join observation o on o.shard = wanted.shard and o.workspace = wanted.workspace
        and o.subject_key = wanted.subject_key and o.observation_id = wanted.observation_id""";

  private static final String MESSAGES =
      """
      select f.shard, f.sequence, f.payload
      from unnest(cast(:shards as integer array), cast(:sequences as bigint array))
        as wanted (shard, sequence)
      join feed_entry f on f.shard = wanted.shard and f.sequence = wanted.sequence""";

  private static final String SIZES =
      """
      select f.shard, f.sequence, octet_length(f.payload) as bytes
      from unnest(cast(:shards as integer array), cast(:sequences as bigint array))
        as wanted (shard, sequence)
      join feed_entry f on f.shard = wanted.shard and f.sequence = wanted.sequence""";

  // The first bound on the time alone is there for the index; the pair of bounds is what counts.
  private static final String LIST =
      """
      select shard, sequence from observation
      where shard = :shard and workspace = :workspace and subject_key = :subject_key
        and observed_time <= :before_time and (observed_time, sequence) < (:before_time, :before_sequence)
      order by observed_time desc, sequence desc fetch first :limit rows only""";

  private final AuthorStore authors = new AuthorStore();

  @Override
  public Map<Object, KnownFact> known(Handle handle, List<NewObservation> observations) {
    List<ObservationKey> wanted =
        observations.stream().map(NewObservation::key).distinct().toList();
    var known = new HashMap<Object, KnownFact>();
    handle
        .createQuery(FIND)
        .bindArray("shards", Integer.class, column(wanted, ObservationKey::shard))
        .bindArray("workspaces", String.class, column(wanted, ObservationKey::workspace))
        .bindArray("subject_keys", String.class, column(wanted, ObservationKey::subjectKey))
        .bindArray("observation_ids", String.class, column(wanted, ObservationKey::observationId))
        .map((row, context) -> Map.entry(key(row), known(row)))
        .forEach(entry -> known.put(entry.getKey(), entry.getValue()));
    return known;
  }

  @Override
  public NewObservation recorded(Handle handle, NewObservation resent, KnownFact known) {
    Place place = new Place(known.shard(), known.sequence());
    Observation message = messages(handle, List.of(place)).get(place);
    if (message == null) {
      throw new IllegalStateException(place + ": no feed entry");
    }
    return new NewObservation(resent.key(), (ByteString) known.fingerprint(), message);
  }

  /** The message itself stands once, as the entry of the feed. */
  @Override
  public long place(Heads heads, NewObservation observation) {
    ObservationKey key = observation.key();
    byte[] payload = observation.observation().toByteArray();
    return heads.append(key.shard(), key.workspace(), ENTRY_KIND, payload);
  }

  @Override
  public void insert(Handle handle, Heads heads, List<PlacedFact<NewObservation>> observations) {
    INSERT.run(handle, observations);
    authors.insert(handle, observations);
  }

  /** Puts another message in the place of a recorded one. The head of its shard is locked. */
  void overwrite(Handle handle, String workspace, Place place, Observation observation) {
    handle
        .createUpdate(
            """
            update feed_entry set payload = :payload
            where shard = :shard and sequence = :sequence""")
        .bind("payload", observation.toByteArray())
        .bind("shard", place.shard())
        .bind("sequence", place.sequence())
        .execute();
    handle
        .createUpdate(
            """
            update observation set fingerprint = :fingerprint
            where shard = :shard and workspace = :workspace and subject_key = :subject_key
              and observation_id = :observation_id""")
        .bind("fingerprint", NewObservation.fingerprintOf(observation).toByteArray())
        .bind("shard", place.shard())
        .bind("workspace", workspace)
        .bind("subject_key", Subject.of(observation).key())
        .bind("observation_id", observation.getObservationId())
        .execute();
  }

  /** The recorded messages of those places in the log. */
  Map<Place, Observation> messages(Handle handle, List<Place> places) {
    if (places.isEmpty()) {
      return Map.of();
    }
    var messages = new HashMap<Place, Observation>();
    handle
        .createQuery(MESSAGES)
        .bindArray("shards", Integer.class, column(places, Place::shard))
        .bindArray("sequences", Long.class, column(places, Place::sequence))
        .map((row, context) -> Map.entry(place(row), message(row)))
        .forEach(entry -> messages.put(entry.getKey(), entry.getValue()));
    return messages;
  }

  /** How many bytes the messages of those places have. */
  Map<Place, Long> sizes(Handle handle, List<Place> places) {
    if (places.isEmpty()) {
      return Map.of();
    }
    var sizes = new HashMap<Place, Long>();
    handle
        .createQuery(SIZES)
        .bindArray("shards", Integer.class, column(places, Place::shard))
        .bindArray("sequences", Long.class, column(places, Place::sequence))
        .map((row, context) -> Map.entry(place(row), row.getLong("bytes")))
        .forEach(entry -> sizes.put(entry.getKey(), entry.getValue()));
    return sizes;
  }

  /**
   * Where the observations of a subject stand in the log: by observed time, then by receive order,
   * newest first.
   */
  List<Place> list(
      Handle handle, String workspace, Subject subject, ObservationPaging paging, int limit) {
    int shard = subject.shardIn(workspace);
    return handle
        .createQuery(LIST)
        .bind("shard", shard)
        .bind("workspace", workspace)
        .bind("subject_key", subject.key())
        .bind("before_time", paging.beforeTime())
        .bind("before_sequence", paging.beforeSequence())
        .bind("limit", limit)
        .map((row, context) -> place(row))
        .list();
  }

  private static void write(PlacedFact<NewObservation> placed, RowSink row) throws SQLException {
    ObservationKey key = placed.fact().key();
    row.integer(key.shard())
        .text(key.workspace())
        .text(key.subjectKey())
        .text(key.observationId())
        .bytes(placed.fact().fingerprint().toByteArray())
        .time(placed.fact().observedTime())
        .bigint(placed.sequence());
  }

  private static <T, V> List<V> column(List<T> rows, Function<T, V> value) {
    return rows.stream().map(value).toList();
  }

  private static ObservationKey key(ResultSet row) throws SQLException {
    return new ObservationKey(
        row.getInt("shard"),
        row.getString("workspace"),
        row.getString("subject_key"),
        row.getString("observation_id"));
  }

  private static KnownFact known(ResultSet row) throws SQLException {
    return new KnownFact(
        row.getInt("shard"),
        row.getLong("sequence"),
        ByteString.copyFrom(row.getBytes("fingerprint")));
  }

  private static Place place(ResultSet row) throws SQLException {
    return new Place(row.getInt("shard"), row.getLong("sequence"));
  }

  private static Observation message(ResultSet row) throws SQLException {
    try {
      return Observation.parseFrom(row.getBytes("payload"));
    } catch (InvalidProtocolBufferException damaged) {
      throw new IllegalStateException("a stored observation cannot be read", damaged);
    }
  }
}
