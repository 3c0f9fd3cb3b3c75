package dev.tributary.attribution.conversion;

import dev.tributary.attribution.credit.Posting;
import dev.tributary.attribution.credit.PostingKind;
import dev.tributary.attribution.credit.Share;
import dev.tributary.runtime.database.Columns;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The tables credit_share and posting. */
final class LedgerStore {
  private final KeyColumns keys = new KeyColumns();
  private final CreditKeyColumns creditKeys = new CreditKeyColumns();

  /** Who has which part of these conversions, in the order of the parts. */
  Map<ConversionKey, List<Share>> shares(
      Handle handle, String workspace, Collection<ConversionKey> wanted) {
    return Grouped.of(
        keys.rowsOf(
                handle,
                workspace,
                wanted,
                "t.share_no, t.weight, " + CreditKeyColumns.NAMES,
                "credit_share",
                "order by t.share_no")
            .map(
                (row, context) ->
                    Map.entry(
                        keys.map(row, context),
                        new Share(creditKeys.map(row, context), row.getLong("weight")))));
  }

  /** Every posting of these conversions, oldest first. */
  Map<ConversionKey, List<Posting>> postings(
      Handle handle, String workspace, Collection<ConversionKey> wanted) {
    return Grouped.of(
        keys.rowsOf(
                handle,
                workspace,
                wanted,
                """
                t.posting_no, t.revision, t.kind, t.refund_id, t.amendment_id, t.amount_minor,
                t.conversion_millionths, t.effective_time, %s"""
                    .formatted(CreditKeyColumns.NAMES),
                "posting",
                "order by t.posting_no")
            .map(
                (row, context) ->
                    Map.entry(
                        keys.map(row, context),
                        new Posting(
                            row.getInt("posting_no"),
                            row.getInt("revision"),
                            PostingKind.valueOf(row.getString("kind")),
                            creditKeys.map(row, context),
                            row.getString("refund_id"),
                            row.getString("amendment_id"),
                            row.getLong("amount_minor"),
                            row.getLong("conversion_millionths"),
                            Columns.time(row, "effective_time")))));
  }

  /** Takes away the parts of conversions whose credit was decided anew; postings stay. */
  void deleteShares(Handle handle, String workspace, Collection<RecordedConversion> recorded) {
    if (recorded.isEmpty()) {
      return;
    }
    PreparedBatch batch =
        handle.prepareBatch("delete from credit_share where %s".formatted(KeyColumns.MATCH));
    recorded.forEach(each -> keys.bind(batch, workspace, each.conversion().key()).add());
    batch.execute();
  }

  /** Adds the parts of conversions that have none. */
  void insertShares(Handle handle, String workspace, Collection<RecordedConversion> recorded) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            insert into credit_share (%s, share_no, weight, %s)
            values (%s, :shareNo, :weight, %s)"""
                .formatted(
                    KeyColumns.NAMES,
                    CreditKeyColumns.NAMES,
                    KeyColumns.VALUES,
                    CreditKeyColumns.VALUES));
    for (RecordedConversion each : recorded) {
      int shareNo = 0;
      for (Share share : each.ledger().shares()) {
        shareNo++;
        keys.bind(batch, workspace, each.conversion().key());
        creditKeys.bind(batch, share.key());
        batch.bind("shareNo", shareNo).bind("weight", share.weight()).add();
      }
    }
    if (batch.size() > 0) {
      batch.execute();
    }
  }

  /**
   * Adds the postings of conversions that are not there yet.
   *
   * @param postedBefore how many postings a conversion had, by key; none means 0
   */
  void insertPostings(
      Handle handle,
      String workspace,
      Collection<RecordedConversion> recorded,
      Map<ConversionKey, Integer> postedBefore) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            insert into posting (
              %s, posting_no, revision, kind, %s, refund_id, amendment_id, amount_minor,
              conversion_millionths, effective_time)
            values (
              %s, :postingNo, :revision, :kind, %s, :refundId, :amendmentId, :amount,
              :millionths, :effectiveTime)"""
                .formatted(
                    KeyColumns.NAMES,
                    CreditKeyColumns.NAMES,
                    KeyColumns.VALUES,
                    CreditKeyColumns.VALUES));
    for (RecordedConversion each : recorded) {
      ConversionKey key = each.conversion().key();
      List<Posting> postings = each.ledger().postings();
      for (Posting posting : postings.subList(postedBefore.getOrDefault(key, 0), postings.size())) {
        keys.bind(batch, workspace, key);
        bind(batch, posting).add();
      }
    }
    if (batch.size() > 0) {
      batch.execute();
    }
  }

  private PreparedBatch bind(PreparedBatch batch, Posting posting) {
    return creditKeys
        .bind(batch, posting.key())
        .bind("postingNo", posting.postingNo())
        .bind("revision", posting.revision())
        .bind("kind", posting.kind().name())
        .bind("refundId", posting.refundId())
        .bind("amendmentId", posting.amendmentId())
        .bind("amount", posting.amountMinor())
        .bind("millionths", posting.conversionMillionths())
        .bind("effectiveTime", posting.effectiveTime());
  }
}
