package dev.tributary.attribution.commission;

import dev.tributary.attribution.owner.Owner;
import dev.tributary.attribution.request.TimeRange;
import dev.tributary.runtime.database.BulkInsert;
import dev.tributary.runtime.database.Columns;
import dev.tributary.runtime.database.RowSink;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** The table commission_statement. */
final class StatementStore {
  private static final BulkInsert<Placed> INSERT =
      new BulkInsert<>(
          "commission_statement",
          """
          shard, workspace, statement_no, lock_id, period_start, period_end, create_time,
          collaboration_id, creator_id, campaign_id, currency_code, gross_minor, refunds_minor,
          commission_minor, adjustments_minor, fees_minor, bonuses_minor, carry_in_minor,
          carry_out_minor, payable_minor, line_count""",
          StatementStore::write);

  private static final String SUMMED =
      """
      gross_minor, refunds_minor, commission_minor, adjustments_minor, fees_minor, bonuses_minor,
      carry_in_minor, carry_out_minor, payable_minor""";

  private static final String FILTER =
      """
      s.workspace = :workspace
        and (:lockId = '' or s.lock_id = :lockId)
        and (:creatorId = '' or s.creator_id = :creatorId)
        and (:collaborationId = '' or s.collaboration_id = :collaborationId)
        and (:paid = '' or (:paid = 'yes') = (s.payment_id is not null))
        and s.period_end > :endsAfter and s.period_end <= :endsBy""";

  private static final String SELECT =
      """
      select s.statement_no, s.lock_id, s.period_start, s.period_end, s.create_time,
        s.collaboration_id, s.creator_id, s.campaign_id, s.currency_code, s.line_count, %s,
        s.payment_id, p.reference, p.payment_date
      from commission_statement s
      left join commission_payment p
        on p.workspace = s.workspace and p.payment_id = s.payment_id
      where %%s
      order by s.statement_no limit :limit"""
          .formatted(SUMMED);

  private static final TimeRange ALWAYS =
      new TimeRange(
          LocalDate.of(1900, 1, 1).atStartOfDay().toInstant(ZoneOffset.UTC),
          LocalDate.of(9999, 12, 31).atStartOfDay().toInstant(ZoneOffset.UTC));

  void insert(Handle handle, String workspace, Collection<Statement> statements) {
    INSERT.run(handle, statements.stream().map(each -> new Placed(workspace, each)).toList());
  }

  /** One page by number. */
  List<Statement> page(
      Handle handle, String workspace, StatementFilter filter, long after, int limit) {
    return filtered(
            handle.createQuery(SELECT.formatted(FILTER + " and s.statement_no > :after")),
            workspace,
            filter)
        .bind("after", after)
        .bind("limit", limit)
        .map((row, context) -> statement(row))
        .list();
  }

  /** Those of these statements that are there, by number. */
  List<Statement> byNumbers(Handle handle, String workspace, Collection<Long> numbers) {
    return handle
        .createQuery(
            SELECT.formatted("s.workspace = :workspace and s.statement_no = any(:numbers)"))
        .bind("workspace", workspace)
        .bindArray("numbers", Long.class, numbers)
        .bind("limit", numbers.size())
        .map((row, context) -> statement(row))
        .list();
  }

  /** Locks the rows of statements, in the order of their numbers. */
  void lock(Handle handle, String workspace, Collection<Long> numbers) {
    handle
        .createQuery(
            """
            select statement_no from commission_statement
            where workspace = :workspace and statement_no = any(:numbers)
            order by statement_no for update""")
        .bind("workspace", workspace)
        .bindArray("numbers", Long.class, numbers)
        .mapTo(Long.class)
        .list();
  }

  /** What the statements of each currency add up to. */
  List<Sum> sums(Handle handle, String workspace, StatementFilter filter) {
    String sums = SUMMED.replaceAll("([a-z_]+)", "sum(s.$1) as $1").replace("\n", " ");
    return filtered(
            handle.createQuery(
                """
                select s.currency_code, count(*) as statement_count, %s,
                  sum(case when s.payment_id is null then 0 else s.payable_minor end)
                    as paid_minor
                from commission_statement s
                where %s group by s.currency_code order by s.currency_code"""
                    .formatted(sums, FILTER)),
            workspace,
            filter)
        .map(
            (row, context) ->
                new Sum(
                    row.getString("currency_code"),
                    row.getLong("statement_count"),
                    totals(row),
                    row.getLong("paid_minor")))
        .list();
  }

  void pay(Handle handle, String workspace, Collection<Long> numbers, String paymentId) {
    handle
        .createUpdate(
            """
            update commission_statement set payment_id = :paymentId
            where workspace = :workspace and statement_no = any(:numbers)
              and payment_id is null""")
        .bind("paymentId", paymentId)
        .bind("workspace", workspace)
        .bindArray("numbers", Long.class, numbers)
        .execute();
  }

  private static Query filtered(Query query, String workspace, StatementFilter filter) {
    TimeRange ends = filter.periodEnds().orElse(ALWAYS);
    return query
        .bind("workspace", workspace)
        .bind("lockId", filter.lockId())
        .bind("creatorId", filter.creatorId())
        .bind("collaborationId", filter.collaborationId())
        .bind("paid", filter.paid().map(paid -> paid ? "yes" : "no").orElse(""))
        .bind("endsAfter", ends.start())
        .bind("endsBy", ends.end());
  }

  private static Statement statement(ResultSet row) throws SQLException {
    Optional<String> paymentId = Columns.optionalText(row, "payment_id");
    return new Statement(
        row.getLong("statement_no"),
        row.getString("lock_id"),
        new TimeRange(Columns.time(row, "period_start"), Columns.time(row, "period_end")),
        Columns.time(row, "create_time"),
        new Owner(
            row.getString("collaboration_id"),
            row.getString("creator_id"),
            row.getString("campaign_id")),
        row.getString("currency_code"),
        totals(row),
        row.getInt("line_count"),
        paymentId.isEmpty()
            ? Optional.empty()
            : Optional.of(
                new Payout(
                    paymentId.get(),
                    row.getString("reference"),
                    row.getObject("payment_date", LocalDate.class))));
  }

  private static Totals totals(ResultSet row) throws SQLException {
    return new Totals(
        row.getLong("gross_minor"),
        row.getLong("refunds_minor"),
        row.getLong("commission_minor"),
        row.getLong("adjustments_minor"),
        row.getLong("fees_minor"),
        row.getLong("bonuses_minor"),
        row.getLong("carry_in_minor"),
        row.getLong("carry_out_minor"),
        row.getLong("payable_minor"));
  }

  private static void write(Placed placed, RowSink row) throws SQLException {
    Statement statement = placed.statement;
    Totals totals = statement.totals();
    row.integer(Collaboration.shard(placed.workspace, statement.owner().collaborationId()))
        .text(placed.workspace)
        .bigint(statement.number())
        .text(statement.lockId())
        .time(statement.period().start())
        .time(statement.period().end())
        .time(statement.createTime())
        .text(statement.owner().collaborationId())
        .text(statement.owner().creatorId())
        .text(statement.owner().campaignId())
        .text(statement.currency())
        .bigint(totals.grossMinor())
        .bigint(totals.refundsMinor())
        .bigint(totals.commissionMinor())
        .bigint(totals.adjustmentsMinor())
        .bigint(totals.feesMinor())
        .bigint(totals.bonusesMinor())
        .bigint(totals.carryInMinor())
        .bigint(totals.carryOutMinor())
        .bigint(totals.payableMinor())
        .integer(statement.lineCount());
  }

  /**
   * Statements of one currency added up.
   *
   * @param currency the currency
   * @param count how many
   * @param totals what they add up to
   * @param paidMinor what of it is paid
   */
  record Sum(String currency, long count, Totals totals, long paidMinor) {}

  private record Placed(String workspace, Statement statement) {}
}
