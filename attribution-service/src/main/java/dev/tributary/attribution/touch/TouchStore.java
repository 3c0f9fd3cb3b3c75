package dev.tributary.attribution.touch;

import dev.tributary.attribution.batch.Fingerprint;
import dev.tributary.runtime.database.BulkInsert;
import dev.tributary.runtime.group.FactStore;
import dev.tributary.runtime.group.KnownFact;
import dev.tributary.runtime.group.PlacedFact;
import dev.tributary.runtime.log.Heads;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** The table touch. A touch is its own entry of the feed. */
public final class TouchStore implements FactStore<IncomingTouch> {
  private static final BulkInsert<TouchRow> INSERT =
      new BulkInsert<>("touch", TouchRow.COLUMNS, TouchRow::write);

  private final TouchMapper mapper = new TouchMapper();

  /** The table of the database that the handles belong to. */
  public TouchStore() {}

  /** Looked up by id, of any visitor: an id seldom has several. */
  @Override
  public Map<Object, KnownFact> known(Handle handle, List<IncomingTouch> touches) {
    Map<Object, KnownFact> known = new HashMap<>();
    handle
        .createQuery(
            """
            select t.workspace, t.touch_id, t.person_key, t.shard, t.sequence, t.fingerprint
            from unnest(cast(:workspaces as varchar array), cast(:touchIds as varchar array))
              as wanted (workspace, touch_id)
            join touch t on t.workspace = wanted.workspace and t.touch_id = wanted.touch_id""")
        .bindArray(
            "workspaces", String.class, touches.stream().map(IncomingTouch::workspace).toList())
        .bindArray(
            "touchIds", String.class, touches.stream().map(each -> each.touch().touchId()).toList())
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
