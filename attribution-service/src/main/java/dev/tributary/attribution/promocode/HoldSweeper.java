package dev.tributary.attribution.promocode;

import dev.tributary.runtime.database.Database;
import dev.tributary.runtime.database.Upkeep;
import dev.tributary.runtime.log.FeedLog;
import dev.tributary.runtime.log.Heads;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Ends holds whose time has come, also of codes that nobody asks for any more. Each process has
 * one. It takes only the heads that nobody else holds, so sweepers share the work, and checkouts
 * and orders wait for none of them longer than for one small batch; what is left out is looked at
 * the next time, or ended by the next reservation of its code.
 */
public final class HoldSweeper {
  /** Codes, and then holds, of one transaction. */
  private static final int BATCH = 250;

  private final Database database;
  private final FeedLog feed;
  private final RecordedOrders orders;
  private final CodeMeters meters;
  private final Clock clock;
  private final DueHoldStore dueStore = new DueHoldStore();
  private final ReservationStore reservationStore = new ReservationStore();
  private final SheetStore sheetStore = new SheetStore();

  /** A sweeper that sweeps when it is told to; see {@link #start}. */
  HoldSweeper(
      Database database, FeedLog feed, RecordedOrders orders, CodeMeters meters, Clock clock) {
    this.database = database;
    this.feed = feed;
    this.orders = orders;
    this.meters = meters;
    this.clock = clock;
  }

  /**
   * A sweeper at work.
   *
   * @param feed whose heads are the locks of the codes; nothing is written to it
   * @param orders knows which orders are recorded
   * @param clock tells whose time has come
   * @param period between looks
   */
  public static Upkeep start(
      Database database,
      FeedLog feed,
      RecordedOrders orders,
      CodeMeters meters,
      Clock clock,
      Duration period) {
    var sweeper = new HoldSweeper(database, feed, orders, meters, clock);
    return Upkeep.start(
        "sweep-holds",
        period,
        "holds of codes cannot be ended; the next calls for them do it",
        () -> sweeper.sweep() > 0);
  }

  /** Ends one batch; answers how many holds it had. */
  int sweep() {
    List<DueCode> due = database.read(handle -> dueStore.codes(handle, clock.instant(), BATCH));
    return due.isEmpty() ? 0 : database.writeByKeys(handle -> end(handle, due));
  }

  private int end(Handle handle, List<DueCode> due) {
    Heads heads =
        feed.tryLock(handle, due.stream().map(DueCode::shard).collect(Collectors.toSet()));
    Map<String, Set<String>> codeIds =
        due.stream()
            .filter(code -> heads.shards().contains(code.shard()))
            .collect(
                Collectors.groupingBy(
                    DueCode::workspace,
                    TreeMap::new,
                    Collectors.mapping(DueCode::codeId, Collectors.toSet())));
    int ended = 0;
    for (Map.Entry<String, Set<String>> each : codeIds.entrySet()) {
      if (ended < BATCH) {
        ended += end(handle, each.getKey(), each.getValue(), heads, BATCH - ended);
      }
    }
    return ended;
  }

  private int end(Handle handle, String workspace, Set<String> codeIds, Heads heads, int limit) {
    List<Reservation> due =
        reservationStore.due(handle, workspace, codeIds, heads.recordTime(), limit);
    Set<String> theirs = due.stream().map(Reservation::codeId).collect(Collectors.toSet());
    ReservationSheet sheet = sheetStore.load(handle, workspace, theirs, due, Set.of());
    Set<OrderRef> counting =
        orders.counting(handle, workspace, ReservationWork.ordersOf(sheet, due)).keySet();
    new ReservationBatch(sheet, counting, Set.of(), heads.recordTime()).settle(due);
    sheetStore.save(handle, workspace, sheet);
    meters.swept(sheet);
    return due.size();
  }
}
