package dev.tributary.attribution.conversion;

import dev.tributary.attribution.credit.Posting;
import dev.tributary.attribution.credit.PostingKind;
import dev.tributary.attribution.credit.Share;
import dev.tributary.runtime.database.BulkInsert;
import dev.tributary.runtime.database.Columns;
import dev.tributary.runtime.database.RowSink;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The tables credit_share and posting. */
final class LedgerStore {
  private static final BulkInsert<ShareRow> SHARES =
      new BulkInsert<>(
          "credit_share",
          "%s, share_no, weight, %s".formatted(KeyColumns.NAMES, CreditKeyColumns.NAMES),
          LedgerStore::write);

  private static final BulkInsert<PostingRow> POSTINGS =
      new BulkInsert<>(
          "posting",
          """
          %s, posting_no, revision, kind, %s, refund_id, amendment_id, amount_minor,
          conversion_millionths, effective_time, sequence"""
              .formatted(KeyColumns.NAMES, CreditKeyColumns.NAMES),
          LedgerStore::write);

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
    List<ShareRow> rows = new ArrayList<>();
    for (RecordedConversion each : recorded) {
      int shareNo = 0;
      for (Share share : each.ledger().shares()) {
        shareNo++;
        rows.add(new ShareRow(workspace, each.conversion().key(), shareNo, share));
      }
    }
    SHARES.run(handle, rows);
  }

  /**
   * Adds the postings of conversions that are not there yet, with the place of the entry of the
   * feed that tells of them.
   *
   * @param postedBefore how many postings a conversion had, by key; none means 0
   */
  void insertPostings(
      Handle handle,
      String workspace,
      Collection<RecordedConversion> recorded,
      Map<ConversionKey, Integer> postedBefore) {
    List<PostingRow> rows = new ArrayList<>();
    for (RecordedConversion each : recorded) {
      ConversionKey key = each.conversion().key();
      List<Posting> postings = each.ledger().postings();
      for (Posting posting : postings.subList(postedBefore.getOrDefault(key, 0), postings.size())) {
        rows.add(new PostingRow(workspace, key, posting, each.sequence()));
      }
    }
    POSTINGS.run(handle, rows);
  }

  private static void write(ShareRow placed, RowSink row) throws SQLException {
    KeyColumns.write(row, placed.workspace, placed.key)
        .integer(placed.shareNo)
        .bigint(placed.share.weight());
    CreditKeyColumns.write(row, placed.share.key());
  }

  private static void write(PostingRow placed, RowSink row) throws SQLException {
    Posting posting = placed.posting;
    KeyColumns.write(row, placed.workspace, placed.key)
        .integer(posting.postingNo())
        .integer(posting.revision())
        .text(posting.kind().name());
    CreditKeyColumns.write(row, posting.key())
        .text(posting.refundId())
        .text(posting.amendmentId())
        .bigint(posting.amountMinor())
        .bigint(posting.conversionMillionths())
        .time(posting.effectiveTime())
        .bigint(placed.sequence);
  }

  private record ShareRow(String workspace, ConversionKey key, int shareNo, Share share) {}

  private record PostingRow(String workspace, ConversionKey key, Posting posting, long sequence) {}
}
