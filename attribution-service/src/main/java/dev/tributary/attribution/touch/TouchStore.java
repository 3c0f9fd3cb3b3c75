package dev.tributary.attribution.touch;

import dev.tributary.attribution.batch.Fingerprint;
import dev.tributary.attribution.link.UtmMapper;
import dev.tributary.attribution.link.UtmParameters;
import dev.tributary.runtime.identity.PersonKey;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The table touch. */
final class TouchStore {
  private static final byte[] NOBODY = {};

  private final TouchMapper mapper = new TouchMapper();
  private final UtmMapper utmMapper = new UtmMapper();

  /** What is recorded of the touches with these ids, of any visitor. */
  List<KnownTouch> known(Handle handle, String workspace, List<String> touchIds) {
    return handle
        .createQuery(
            """
            select t.touch_id, t.person_key, t.shard, t.sequence, t.fingerprint
            from unnest(:touchIds) as wanted (touch_id)
            join touch t on t.workspace = :workspace and t.touch_id = wanted.touch_id""")
        .bind("workspace", workspace)
        .bindArray("touchIds", String.class, touchIds)
        .map(
            (row, context) ->
                new KnownTouch(
                    new TouchKey(row.getString("touch_id"), TouchMapper.person(row, "person_key")),
                    row.getInt("shard"),
                    row.getLong("sequence"),
                    Fingerprint.stored(row.getBytes("fingerprint"))))
        .list();
  }

  /** The touch at a place in the log. */
  Touch at(Handle handle, int shard, long sequence) {
    return handle
        .createQuery(
            "select %s from touch where shard = :shard and sequence = :sequence"
                .formatted(TouchMapper.COLUMNS))
        .bind("shard", shard)
        .bind("sequence", sequence)
        .map(mapper)
        .one();
  }

  /** Adds touches in one batch. */
  void insert(Handle handle, String workspace, List<PlacedTouch> touches) {
    if (touches.isEmpty()) {
      return;
    }
    PreparedBatch batch =
        handle.prepareBatch(
            """
            insert into touch (
              shard, sequence, workspace, touch_id, person_key, customer_key, type,
              event_time, record_time, link_id, %s, validity, test, fingerprint)
            values (
              :shard, :sequence, :workspace, :touchId, :personKey, :customerKey, :type,
              :eventTime, :recordTime, :linkId, %s, :validity, :test, :fingerprint)"""
                .formatted(UtmMapper.COLUMNS, UtmMapper.VALUES));
    touches.forEach(touch -> bind(batch, workspace, touch).add());
    batch.execute();
  }

  private PreparedBatch bind(PreparedBatch batch, String workspace, PlacedTouch placed) {
    NewTouch touch = placed.touch();
    utmMapper.bind(batch, touch.utm().orElse(UtmParameters.NONE));
    return batch
        .bind("shard", placed.shard())
        .bind("sequence", placed.sequence())
        .bind("workspace", workspace)
        .bind("touchId", touch.touchId())
        .bind("personKey", touch.personKey().map(PersonKey::bytes).orElse(NOBODY))
        .bind("customerKey", touch.customerKey().map(PersonKey::bytes).orElse(null))
        .bind("type", touch.type().name())
        .bind("eventTime", touch.eventTime())
        .bind("recordTime", placed.recordTime())
        .bind("linkId", touch.linkId())
        .bind("validity", touch.validity().name())
        .bind("test", touch.test())
        .bind("fingerprint", touch.fingerprint().bytes());
  }
}
