package dev.tributary.attribution.identity;

import dev.tributary.runtime.database.Columns;
import dev.tributary.runtime.identity.PersonKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The table identity_link. */
final class IdentityLinkStore {
  private static final String COLUMNS =
      """
      l.identity_link_id, l.kind, l.visitor_key, l.customer_key, l.event_time,
      l.retracted_link_id, l.record_time, l.shard, l.sequence""";

  /** The links with these keys; unknown ones are missing. */
  List<StoredIdentityLink> byKeys(
      Handle handle, String workspace, Collection<IdentityLink.Key> keys) {
    return handle
        .createQuery(
            """
            select %s
            from unnest(
              cast(:shards as integer array), cast(:visitors as bytea array),
              cast(:linkIds as varchar array))
              as wanted (shard, visitor_key, link_id)
            join identity_link l
              on l.shard = wanted.shard
              and l.workspace = :workspace
              and l.visitor_key = wanted.visitor_key
              and l.identity_link_id = wanted.link_id"""
                .formatted(COLUMNS))
        .bindArray(
            "shards",
            Integer.class,
            keys.stream().map(key -> IdentityLink.shard(workspace, key.visitor())).toList())
        .bind("visitors", persons(keys.stream().map(IdentityLink.Key::visitor).toList()))
        .bindArray("linkIds", String.class, keys.stream().map(IdentityLink.Key::linkId).toList())
        .bind("workspace", workspace)
        .map((row, context) -> stored(row))
        .list();
  }

  /** Adds links. */
  void insert(Handle handle, String workspace, List<StoredIdentityLink> links) {
    if (links.isEmpty()) {
      return;
    }
    PreparedBatch batch =
        handle.prepareBatch(
            """
            insert into identity_link (
              shard, workspace, visitor_key, identity_link_id, kind, customer_key, event_time,
              record_time, retracted_link_id, sequence)
            values (
              :shard, :workspace, :visitorKey, :linkId, :kind, :customerKey, :eventTime,
              :recordTime, :retractedLinkId, :sequence)""");
    for (StoredIdentityLink stored : links) {
      IdentityLink link = stored.link();
      batch
          .bind("shard", stored.shard())
          .bind("workspace", workspace)
          .bind("visitorKey", link.visitor().bytes())
          .bind("linkId", link.linkId())
          .bind("kind", link.kind().name())
          .bind("customerKey", link.customer().map(PersonKey::bytes).orElse(null))
          .bind("eventTime", link.eventTime())
          .bind("recordTime", stored.recordTime())
          .bind("retractedLinkId", link.retractedLinkId())
          .bind("sequence", stored.sequence())
          .add();
    }
    batch.execute();
  }

  /** A link of a row. */
  static StoredIdentityLink stored(ResultSet row) throws SQLException {
    return new StoredIdentityLink(
        new IdentityLink(
            row.getString("identity_link_id"),
            IdentityLinkKind.valueOf(row.getString("kind")),
            new PersonKey(row.getBytes("visitor_key")),
            Optional.ofNullable(row.getBytes("customer_key")).map(PersonKey::new),
            Columns.time(row, "event_time"),
            Columns.optionalText(row, "retracted_link_id")),
        Columns.time(row, "record_time"),
        row.getInt("shard"),
        row.getLong("sequence"));
  }

  /** The columns that {@link #stored} reads, of a table called l. */
  static String columns() {
    return COLUMNS;
  }

  /** Hashes of persons as an array. */
  static Argument persons(List<PersonKey> persons) {
    // PostgreSQL's driver takes byte arrays only in an array that says so.
    Object[] keys = persons.stream().map(PersonKey::bytes).toArray(byte[][]::new);
    return (position, statement, context) ->
        statement.setArray(position, statement.getConnection().createArrayOf("bytea", keys));
  }
}
