package dev.tributary.local.importing;

import dev.tributary.attribution.v1.Refund;
import dev.tributary.attribution.v1.RefundResult;
import dev.tributary.ingestion.v1.Observation;
import dev.tributary.ingestion.v1.PutPost;
import dev.tributary.local.client.PagedLists;
import dev.tributary.local.client.Peers;
import dev.tributary.local.client.WritePositions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Puts together what takes the rows of a file.
 *
 * @param peers where to
 * @param positions keeps where the writes stand
 * @param plan how the file is read
 * @param columns of the file
 * @param joins second files
 * @param fileTime when the file was written
 */
record Sinks(
    Peers peers,
    WritePositions positions,
    ImportPlan plan,
    List<String> columns,
    Joins joins,
    Instant fileTime) {
  /** The sink for rows of the plan's kind. */
  RowSink sink() {
    Calls calls = new Calls(peers);
    Cells cells = new Cells(plan.zone(), plan.formats());
    return switch (plan.kind()) {
      case CAMPAIGNS -> one(new CampaignRows(cells), calls.campaigns());
      case ROSTER ->
          new BookSink<>(
              new RosterRows(cells, fileTime),
              new PagedLists(peers),
              calls,
              new RosterEntries(calls),
              positions);
      case HISTORY ->
          new BookSink<>(
              new HistoryRows(cells),
              new PagedLists(peers),
              calls,
              new HistoryEntries(calls),
              positions);
      case POSTS -> posts(calls, cells);
      case OBSERVATIONS -> observations(calls, cells);
      case ACCOUNTS -> {
        CounterRows rows = counters(cells);
        yield one(rows::ofAccount, calls.observations());
      }
      case AUDIENCE -> brokenDown(new AudienceRows(cells, fileTime), calls);
      case COMMENTS -> one(new CommentRows(cells, fileTime), calls.observations());
      case ORDERS -> new OrderSink(OrderRows.of(cells, joins, fileTime), calls, positions);
      case REFUNDS -> refunds(calls, new RefundRows(cells));
      case TOUCHES -> one(new TouchRows(cells), calls.touches());
      case CODES -> one(new CodeRows(cells), calls.codes());
      case TERMS -> one(new TermsRows(cells), new TermsCall(peers).call());
      case LINKS -> one(new LinkRows(), calls.links());
      case COSTS -> one(new CostRows(cells), calls.observations());
      case TRAFFIC -> traffic(calls, new TrafficRows(cells));
      case RATES -> one(new RateRows(cells), calls.observations());
    };
  }

  private <I, R> RowSink one(RowTable<I> table, BatchCall<I, R> call) {
    return LaneSink.of(table, Lane.quiet(call), positions);
  }

  private RowSink refunds(Calls calls, RefundRows rows) {
    Listing held = new Listing();
    Lane<Refund, RefundResult> lane =
        new Lane<>(calls.refunds(), (refund, result) -> HeldRefunds.note(refund, result, held));
    return new LaneSink(
        row -> List.of(new RowReader.Part<>(lane, rows.parse(row))),
        List.of(lane),
        positions,
        held::lines);
  }

  private CounterRows counters(Cells cells) {
    return new CounterRows(cells, plan.metricsIn(columns), plan.spareIn(columns), fileTime);
  }

  private RowSink observations(Calls calls, Cells cells) {
    CounterRows rows = counters(cells);
    if (rows.metrics().isEmpty() && !plan.keepsSpare()) {
      throw new IllegalArgumentException(
          "--map: no metric (expected: for example likes=likes, or a column called so)");
    }
    return one(rows::ofPost, calls.observations());
  }

  private RowSink posts(Calls calls, Cells cells) {
    CounterRows counters = counters(cells);
    PostReader reader = new PostReader(new PostRows(cells), counters, plan.keepsPosts());
    if (plan.isBrokenDown()) {
      return new BrokenDownSink(reader, calls, counters.spare(), positions);
    }
    Lane<PutPost, ?> posts =
        Lane.quiet(plan.keepsPosts() ? calls.posts().reading(Existing::kept) : calls.posts());
    Lane<Observation, ?> seen = Lane.quiet(calls.observations());
    RowReader parts =
        row -> {
          PostReader.PostWithCounters read = reader.parse(row);
          List<RowReader.Part<?>> all = new ArrayList<>();
          read.post().ifPresent(post -> all.add(new RowReader.Part<>(posts, post)));
          read.counters().ifPresent(counter -> all.add(new RowReader.Part<>(seen, counter)));
          return all;
        };
    return new LaneSink(parts, List.of(posts, seen), positions, counters.spare()::summary);
  }

  private RowSink traffic(Calls calls, TrafficRows rows) {
    return plan.isBrokenDown() ? brokenDown(rows, calls) : one(rows, calls.observations());
  }

  /** Rows that are parts of one observation. */
  private RowSink brokenDown(RowTable<Observation> rows, Calls calls) {
    return new BrokenDownSink(
        row -> new PostReader.PostWithCounters(Optional.empty(), Optional.of(rows.parse(row))),
        calls,
        SpareColumns.none(),
        positions);
  }
}
