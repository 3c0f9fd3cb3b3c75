package dev.tributary.attribution.promocode;

import dev.tributary.attribution.promocode.CodeCounterStore.CodeCustomer;
import dev.tributary.attribution.promocode.RecordedOrders.Buyer;
import dev.tributary.runtime.api.ApiException;
import dev.tributary.runtime.api.Rejected;
import dev.tributary.runtime.group.GroupWork;
import dev.tributary.runtime.group.Queued;
import dev.tributary.runtime.log.Heads;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * Writes what was asked for reservations. The head of a code's shard is locked, so nobody else
 * counts its uses or changes its limits meanwhile: what is held and used is within the limits at
 * every commit. A group costs the same few queries for one reservation as for a thousand.
 */
final class ReservationWork implements GroupWork<ReservationCommand, ReservationOutcome> {
  /** Most holds that end in one transaction; what is more waits for the next. */
  private static final int DUE_MAX = 1_000;

  private final RecordedOrders orders;
  private final ReservationStore reservationStore = new ReservationStore();
  private final SheetStore sheetStore = new SheetStore();

  ReservationWork(RecordedOrders orders) {
    this.orders = orders;
  }

  @Override
  public int shard(ReservationCommand command) {
    return NewPromoCode.shard(command.workspace(), command.key().codeId());
  }

  @Override
  public List<ReservationOutcome> write(
      Handle handle, Heads heads, List<Queued<ReservationCommand>> group) {
    Map<String, List<Queued<ReservationCommand>>> byWorkspace =
        group.stream()
            .collect(
                Collectors.groupingBy(
                    queued -> queued.item().workspace(), LinkedHashMap::new, Collectors.toList()));
    Map<Queued<ReservationCommand>, ReservationOutcome> outcomes = new HashMap<>();
    byWorkspace.forEach(
        (workspace, queued) -> {
          List<ReservationCommand> commands = queued.stream().map(Queued::item).toList();
          List<ReservationOutcome> results = write(handle, workspace, heads.recordTime(), commands);
          for (int i = 0; i < results.size(); i++) {
            outcomes.put(queued.get(i), results.get(i));
          }
        });
    return group.stream().map(outcomes::get).toList();
  }

  @Override
  public ReservationOutcome refused(ReservationCommand command, Rejected why) {
    return new ReservationOutcome.Failed(ApiException.fieldInvalid(why));
  }

  private List<ReservationOutcome> write(
      Handle handle, String workspace, Instant now, List<ReservationCommand> commands) {
    Set<ReservationKey> keys =
        commands.stream().map(ReservationCommand::key).collect(Collectors.toSet());
    List<String> codeIds = keys.stream().map(ReservationKey::codeId).distinct().toList();
    Set<Reservation> recorded = new HashSet<>(reservationStore.named(handle, workspace, keys));
    recorded.addAll(reservationStore.due(handle, workspace, codeIds, now, DUE_MAX));
    ReservationSheet sheet =
        sheetStore.load(handle, workspace, codeIds, recorded, customers(commands));
    // Those that are asked for are among them whatever the limit left out.
    List<Reservation> due = recorded.stream().filter(each -> each.isDueAt(now)).toList();
    Set<ReservationKey> released =
        commands.stream()
            .filter(ReservationCommand.Release.class::isInstance)
            .map(ReservationCommand::key)
            .collect(Collectors.toSet());
    List<Reservation> ending =
        recorded.stream()
            .filter(each -> each.isDueAt(now) || released.contains(ReservationKey.of(each)))
            .toList();
    var batch =
        new ReservationBatch(
            sheet,
            orders.counting(handle, workspace, ordersOf(sheet, ending)).keySet(),
            returning(handle, workspace, sheet, commands),
            now);
    batch.settle(due);
    List<ReservationOutcome> outcomes = new ArrayList<>();
    commands.forEach(command -> outcomes.add(batch.outcome(command)));
    sheetStore.save(handle, workspace, sheet);
    return outcomes;
  }

  private Set<Buyer> returning(
      Handle handle, String workspace, ReservationSheet sheet, List<ReservationCommand> commands) {
    Set<Buyer> buyers = new HashSet<>();
    for (ReservationCommand.Reserve reserve : reserves(commands)) {
      PromoCode code = sheet.code(reserve.codeId());
      if (code.terms().limits().firstOrderOnly()) {
        OrderRef order = new OrderRef(code.storefrontId(), reserve.wish().orderKey());
        reserve.wish().customer().ifPresent(customer -> buyers.add(new Buyer(order, customer)));
      }
    }
    return orders.withAnotherOrder(handle, workspace, buyers);
  }

  private static Set<CodeCustomer> customers(List<ReservationCommand> commands) {
    Set<CodeCustomer> customers = new HashSet<>();
    for (ReservationCommand.Reserve reserve : reserves(commands)) {
      reserve
          .wish()
          .customer()
          .ifPresent(customer -> customers.add(new CodeCustomer(reserve.codeId(), customer)));
    }
    return customers;
  }

  private static List<ReservationCommand.Reserve> reserves(List<ReservationCommand> commands) {
    return commands.stream()
        .flatMap(
            command ->
                command instanceof ReservationCommand.Reserve reserve
                    ? Stream.of(reserve)
                    : Stream.empty())
        .toList();
  }

  /** The orders of reservations whose codes are on the sheet. */
  static Set<OrderRef> ordersOf(ReservationSheet sheet, List<Reservation> reservations) {
    return reservations.stream()
        .map(each -> new OrderRef(sheet.code(each.codeId()).storefrontId(), each.orderKey()))
        .collect(Collectors.toSet());
  }
}
