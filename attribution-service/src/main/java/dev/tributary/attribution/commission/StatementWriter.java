package dev.tributary.attribution.commission;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.tributary.attribution.conversion.ConversionKey;
import dev.tributary.attribution.feed.FeedKind;
import dev.tributary.attribution.request.TimeRange;
import dev.tributary.attribution.v1.CommissionTotals;
import dev.tributary.attribution.v1.LockPeriodResponse;
import dev.tributary.runtime.log.FeedLog;
import dev.tributary.runtime.log.Heads;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/** Works out the statements of a period, and writes them. */
final class StatementWriter {
  private static final int STATEMENTS_SHOWN_MAX = 1_000;

  /** Collaborations looked at in one go; bounds the memory for their sales. */
  private static final int COLLABORATIONS_AT_ONCE = 100;

  private final FeedLog log;
  private final TermsBook terms;
  private final Accounts accounts;
  private final Accruals accruals;
  private final TakenStore taken = new TakenStore();
  private final StatementStore statements = new StatementStore();
  private final LineStore lines = new LineStore();

  StatementWriter(FeedLog log, TermsBook terms) {
    this.log = log;
    this.terms = terms;
    this.accounts = new Accounts(terms);
    this.accruals = new Accruals(terms);
  }

  /** The statements of a period, without writing anything. */
  Draft draft(Handle handle, String workspace, Periods.Closing closing) {
    Cut cut = Cut.at(closing.cut(), closing.period().end());
    ClosingTotals totals = new ClosingTotals(taken.netByCurrency(handle, workspace));
    List<StatementDraft> drafts = new ArrayList<>();
    List<String> all = terms.collaborations(handle, workspace);
    for (int first = 0; first < all.size(); first += COLLABORATIONS_AT_ONCE) {
      List<String> ids = all.subList(first, Math.min(all.size(), first + COLLABORATIONS_AT_ONCE));
      for (Account account : accounts.at(handle, workspace, ids, cut)) {
        var open = OpenLines.of(account, cut.end(), closing.now());
        List<StatementDraft> ofAccount = StatementDraft.of(account, open, cut.end());
        totals.add(open, ofAccount);
        drafts.addAll(ofAccount);
      }
    }
    List<Statement> numbered = new ArrayList<>();
    for (StatementDraft draft : drafts) {
      numbered.add(statement(closing, draft, closing.lastStatementNo() + numbered.size() + 1));
    }
    PeriodLock lock =
        new PeriodLock(
            closing.lockId(),
            closing.period(),
            closing.now(),
            closing.cut().encode(),
            numbered.isEmpty() ? 0 : closing.lastStatementNo() + 1,
            numbered.size());
    return new Draft(lock, numbered, drafts, totals.toProto());
  }

  /** Writes statements and lines, and tells the feed of fees and bonuses. */
  LockPeriodResponse write(Handle handle, String workspace, Draft draft) {
    statements.insert(handle, workspace, draft.statements());
    List<StatedLine> all = new ArrayList<>();
    for (int i = 0; i < draft.statements().size(); i++) {
      Statement statement = draft.statements().get(i);
      int lineNo = 0;
      for (Line line : draft.drafts().get(i).lines()) {
        lineNo++;
        all.add(
            new StatedLine(
                statement.number(), lineNo, statement.owner(), statement.currency(), line));
      }
    }
    lines.insert(handle, workspace, all);
    return draft.answer().toBuilder().setPosition(tell(handle, workspace, all)).build();
  }

  /** The answer of a lock that was made before. */
  LockPeriodResponse answeredBefore(Handle handle, String workspace, BookStore.Answered answered) {
    StatementFilter ofLock =
        new StatementFilter(answered.lock().lockId(), Optional.empty(), "", "", Optional.empty());
    try {
      return LockPeriodResponse.parseFrom(answered.answer()).toBuilder()
          .addAllStatements(
              statements.page(handle, workspace, ofLock, 0, STATEMENTS_SHOWN_MAX).stream()
                  .map(StatementProtos::toProto)
                  .toList())
          .build();
    } catch (InvalidProtocolBufferException broken) {
      throw new IllegalStateException("answer of a lock cannot be read", broken);
    }
  }

  /** Heads are locked last, so that nobody waits for them while statements are worked out. */
  private String tell(Handle handle, String workspace, List<StatedLine> all) {
    List<StatedLine> extras =
        all.stream().filter(stated -> stated.line().kind() != LineKind.SALE).toList();
    Set<String> stated = new TreeSet<>();
    all.forEach(line -> stated.add(line.owner().collaborationId()));
    Set<ConversionKey> moved = accruals.dueAfterStatements(handle, workspace, stated);
    if (extras.isEmpty() && moved.isEmpty()) {
      return "";
    }
    TreeSet<Integer> shards = new TreeSet<>();
    extras.forEach(extra -> shards.add(shard(workspace, extra)));
    moved.forEach(key -> shards.add(key.shard(workspace)));
    Heads heads = log.lock(handle, shards);
    for (StatedLine extra : extras) {
      heads.append(
          shard(workspace, extra),
          workspace,
          FeedKind.COMMISSION.stored(),
          MovementProtos.ofExtra(extra).toByteArray());
    }
    if (!moved.isEmpty()) {
      accruals.post(handle, heads, workspace, moved, stated);
    }
    return heads.finish().encode();
  }

  private static int shard(String workspace, StatedLine extra) {
    return Collaboration.shard(workspace, extra.owner().collaborationId());
  }

  private static Statement statement(Periods.Closing closing, StatementDraft draft, long number) {
    TimeRange period = closing.period();
    return new Statement(
        number,
        closing.lockId(),
        period,
        closing.now(),
        draft.owner(),
        draft.currency(),
        draft.totals(),
        draft.lines().size(),
        Optional.empty());
  }

  /**
   * What a lock writes.
   *
   * @param lock the lock
   * @param statements numbered, in the order of the drafts
   * @param drafts their lines
   * @param totals their totals by currency
   */
  record Draft(
      PeriodLock lock,
      List<Statement> statements,
      List<StatementDraft> drafts,
      List<CommissionTotals> totals) {
    LockPeriodResponse answer() {
      return LockPeriodResponse.newBuilder()
          .setLock(StatementProtos.toProto(lock))
          .addAllStatements(
              statements.stream()
                  .limit(STATEMENTS_SHOWN_MAX)
                  .map(StatementProtos::toProto)
                  .toList())
          .addAllTotals(totals)
          .build();
    }
  }
}
