package dev.tributary.attribution.touch;

import dev.tributary.attribution.batch.Fingerprint;
import dev.tributary.attribution.link.UtmParameters;
import dev.tributary.runtime.database.BulkInsert;
import dev.tributary.runtime.database.RowSink;
import dev.tributary.runtime.group.FactStore;
import dev.tributary.runtime.group.KnownFact;
import dev.tributary.runtime.group.PlacedFact;
import dev.tributary.runtime.identity.PersonKey;
import dev.tributary.runtime.log.Heads;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.argument.Argument;

/** The table touch. A touch is its own entry of the feed. */
public final class TouchStore implements FactStore<IncomingTouch> {
  /** The columns, in the order in which {@link #write} gives their values. */
  private static final String COLUMNS =
      """
      shard, sequence, workspace, touch_id, person_key, customer_key, type, event_time, record_time,
      link_id, utm_source, utm_medium, utm_campaign, utm_term, utm_content, utm_id, validity, test,
      consent, fingerprint, referrer_host""";

  private static final byte[] NOBODY = {};

  private static final BulkInsert<TouchRow> INSERT =
      new BulkInsert<>("touch", COLUMNS, TouchStore::write);

  // Joined on every column of the unique index: with fewer, the planner takes any index that begins
  // with the workspace while a new table has no statistics.
  private static final String KNOWN =
      """
      select t.workspace, t.touch_id, t.person_key, t.shard, t.sequence, t.fingerprint
      from unnest(
        cast(:workspaces as varchar array), cast(:touchIds as varchar array),
        cast(:persons as bytea array), cast(:shards as integer array))
        as wanted (workspace, touch_id, person_key, shard)
      join touch t
        on t.workspace = wanted.workspace and t.touch_id = wanted.touch_id
        and t.person_key = wanted.person_key and t.shard = wanted.shard""";

  private final TouchMapper mapper = new TouchMapper();

  /** The table of the database that the handles belong to. */
  public TouchStore() {}

  @Override
  public Map<Object, KnownFact> known(Handle handle, List<IncomingTouch> touches) {
    Map<Object, KnownFact> known = new HashMap<>();
    handle
        .createQuery(KNOWN)
        .bindArray("workspaces", String.class, column(touches, IncomingTouch::workspace))
        .bindArray("touchIds", String.class, column(touches, each -> each.touch().touchId()))
        .bind("persons", persons(touches))
        .bindArray("shards", Integer.class, column(touches, IncomingTouch::shard))
        .map((row, context) -> Map.entry(key(row), known(row)))
        .forEach(entry -> known.put(entry.getKey(), entry.getValue()));
    return known;
  }

  @Override
  public IncomingTouch recorded(Handle handle, IncomingTouch resent, KnownFact known) {
    Touch recorded =
        handle
            .createQuery(
                "select %s from touch where shard = :shard and sequence = :sequence"
                    .formatted(TouchMapper.COLUMNS))
            .bind("shard", known.shard())
            .bind("sequence", known.sequence())
            .map(mapper)
            .one();
    return IncomingTouch.of(resent.workspace(), NewTouch.of(recorded));
  }

  @Override
  public long place(Heads heads, IncomingTouch touch) {
    return heads.next(touch.shard());
  }

  @Override
  public void insert(Handle handle, Heads heads, List<PlacedFact<IncomingTouch>> touches) {
    INSERT.run(
        handle,
        touches.stream()
            .map(placed -> new TouchRow(placed.fact(), placed.sequence(), heads.recordTime()))
            .toList());
  }

  private static void write(TouchRow placed, RowSink row) throws SQLException {
    IncomingTouch incoming = placed.incoming();
    NewTouch touch = incoming.touch();
    UtmParameters utm = touch.utm().orElse(UtmParameters.NONE);
    row.integer(incoming.shard())
        .bigint(placed.sequence())
        .text(incoming.workspace())
        .text(touch.touchId())
        .bytes(personOf(incoming))
        .bytes(touch.customerKey().map(PersonKey::bytes).orElse(null))
        .text(touch.type().name())
        .time(touch.eventTime())
        .time(placed.recordTime())
        .text(touch.linkId().orElse(null))
        .text(utm.source())
        .text(utm.medium())
        .text(utm.campaign())
        .text(utm.term())
        .text(utm.content())
        .text(utm.id())
        .text(touch.validity().name())
        .flag(touch.test())
        .text(touch.consent().name())
        .bytes(incoming.fingerprint().bytes())
        .text(touch.referrerHost().orElse(null));
  }

  private static <V> List<V> column(List<IncomingTouch> touches, Function<IncomingTouch, V> value) {
    return touches.stream().map(value).toList();
  }

  private static Argument persons(List<IncomingTouch> touches) {
    Object[] keys = touches.stream().map(TouchStore::personOf).toArray(byte[][]::new);
    return (position, statement, context) ->
        statement.setArray(position, statement.getConnection().createArrayOf("bytea", keys));
  }

  private static byte[] personOf(IncomingTouch incoming) {
    return incoming.touch().personKey().map(PersonKey::bytes).orElse(NOBODY);
  }

  private static TouchKey key(ResultSet row) throws SQLException {
    return new TouchKey(
        row.getString("workspace"),
        row.getString("touch_id"),
        TouchMapper.person(row, "person_key"));
  }

  private static KnownFact known(ResultSet row) throws SQLException {
    return new KnownFact(
        row.getInt("shard"),
        row.getLong("sequence"),
        Fingerprint.stored(row.getBytes("fingerprint")));
  }
}
