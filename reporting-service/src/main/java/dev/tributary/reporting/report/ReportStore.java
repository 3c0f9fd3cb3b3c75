package dev.tributary.reporting.report;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.tributary.reporting.v1.Report;
import dev.tributary.runtime.database.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;

/** The table report. */
final class ReportStore {
  private static final String COLUMNS = "report_id, campaign_id, asked_title, create_time, head";

  /** Keeps the report unless the id is taken; answers whether it was free. */
  boolean insert(Handle handle, String workspace, StoredReport report) {
    return handle
            .createUpdate(
                """
                insert into report (workspace, %s)
                values (:workspace, :reportId, :campaignId, :askedTitle, :createTime, :head)
                on conflict do nothing"""
                    .formatted(COLUMNS))
            .bind("workspace", workspace)
            .bind("reportId", report.asked().reportId())
            .bind("campaignId", report.asked().campaignId())
            .bind("askedTitle", report.asked().title())
            .bind("createTime", report.createTime())
            .bind("head", report.head().toByteArray())
            .execute()
        == 1;
  }

  Optional<StoredReport> find(Handle handle, String workspace, String reportId) {
    return handle
        .createQuery(
            """
            select %s from report
            where workspace = :workspace and report_id = :reportId"""
                .formatted(COLUMNS))
        .bind("workspace", workspace)
        .bind("reportId", reportId)
        .map(ReportStore::report)
        .findOne();
  }

  /**
   * The newest reports, then by id.
   *
   * @param campaignId only those on this campaign
   * @param after only those that come after this place
   */
  List<StoredReport> page(
      Handle handle,
      String workspace,
      Optional<String> campaignId,
      Optional<ReportKey> after,
      int limit) {
    String ofCampaign = campaignId.map(id -> "and campaign_id = :campaignId").orElse("");
    String behind =
        after
            .map(
                key ->
                    """
                    and (create_time < :createTime
                      or (create_time = :createTime and report_id > :reportId))""")
            .orElse("");
    Query query =
        handle
            .createQuery(
                """
                select %s from report
                where workspace = :workspace %s %s
                order by create_time desc, report_id limit :limit"""
                    .formatted(COLUMNS, ofCampaign, behind))
            .bind("workspace", workspace)
            .bind("limit", limit);
    campaignId.ifPresent(id -> query.bind("campaignId", id));
    after.ifPresent(
        key -> query.bind("createTime", key.createTime()).bind("reportId", key.reportId()));
    return query.map(ReportStore::report).list();
  }

  private static StoredReport report(ResultSet row, StatementContext context) throws SQLException {
    var asked =
        new NewReport(
            row.getString("report_id"), row.getString("campaign_id"), row.getString("asked_title"));
    try {
      return new StoredReport(
          asked, Columns.time(row, "create_time"), Report.parseFrom(row.getBytes("head")));
    } catch (InvalidProtocolBufferException broken) {
      throw new SQLException("report " + asked.reportId() + " cannot be read", broken);
    }
  }
}
