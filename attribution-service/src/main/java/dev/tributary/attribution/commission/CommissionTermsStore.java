package dev.tributary.attribution.commission;

import dev.tributary.runtime.database.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** The table commission_terms. */
final class CommissionTermsStore {
  private static final String SELECT =
      """
      select collaboration_id, terms_version, create_time, content, sequence
      from commission_terms
      """;

  /** Every version of the terms of these collaborations, by version. */
  List<Row> of(Handle handle, String workspace, Collection<String> collaborationIds) {
    return handle
        .createQuery(
            SELECT
                + """
                where workspace = :workspace and collaboration_id = any(:collaborationIds)
                order by collaboration_id, terms_version""")
        .bind("workspace", workspace)
        .bindArray("collaborationIds", String.class, collaborationIds)
        .map((row, context) -> row(row))
        .list();
  }

  /** One page, ordered by collaboration and version. */
  List<Row> page(
      Handle handle,
      String workspace,
      String collaborationId,
      String afterCollaboration,
      int afterVersion,
      int limit) {
    return handle
        .createQuery(
            SELECT
                + """
                where workspace = :workspace
                  and (:collaborationId = '' or collaboration_id = :collaborationId)
                  and (collaboration_id, terms_version) > (:afterCollaboration, :afterVersion)
                order by collaboration_id, terms_version limit :limit""")
        .bind("workspace", workspace)
        .bind("collaborationId", collaborationId)
        .bind("afterCollaboration", afterCollaboration)
        .bind("afterVersion", afterVersion)
        .bind("limit", limit)
        .map((row, context) -> row(row))
        .list();
  }

  /** Every collaboration that has terms, in their order. */
  List<String> collaborations(Handle handle, String workspace) {
    return handle
        .createQuery(
            """
            select distinct collaboration_id from commission_terms
            where workspace = :workspace order by collaboration_id""")
        .bind("workspace", workspace)
        .mapTo(String.class)
        .list();
  }

  /** Those of the workspaces that have any. */
  Set<String> workspaces(Handle handle, Collection<String> workspaces) {
    return handle
        .createQuery(
            """
            select w.workspace from unnest(cast(:workspaces as varchar array)) as w (workspace)
            where exists (select 1 from commission_terms t where t.workspace = w.workspace)""")
        .bindArray("workspaces", String.class, workspaces)
        .mapTo(String.class)
        .set();
  }

  void insert(Handle handle, String workspace, int shard, StoredTerms stored, byte[] content) {
    handle
        .createUpdate(
            """
            insert into commission_terms (
              shard, workspace, collaboration_id, terms_version, start_time, create_time, content,
              sequence)
            values (
              :shard, :workspace, :collaborationId, :version, :start, :createTime, :content,
              :sequence)""")
        .bind("shard", shard)
        .bind("workspace", workspace)
        .bind("collaborationId", stored.terms().owner().collaborationId())
        .bind("version", stored.terms().version())
        .bind("start", stored.terms().start())
        .bind("createTime", stored.createTime())
        .bind("content", content)
        .bind("sequence", stored.sequence())
        .execute();
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        row.getString("collaboration_id"),
        row.getInt("terms_version"),
        Columns.time(row, "create_time"),
        row.getBytes("content"),
        row.getLong("sequence"));
  }

  /**
   * A row; its content is a message of the contract.
   *
   * @param collaborationId the collaboration
   * @param version the version
   * @param createTime when it was put
   * @param content the terms
   * @param sequence place in the feed
   */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  record Row(
      String collaborationId, int version, Instant createTime, byte[] content, long sequence) {}
}
