package dev.tributary.attribution.promocode;

import dev.tributary.attribution.promocode.CodeCounterStore.CodeCustomer;
import dev.tributary.attribution.promocode.RecordedOrders.Buyer;
import dev.tributary.runtime.identity.PersonKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * The uses that recorded orders make of codes. An order uses the codes that were valid when it was
 * recorded and whatever is reserved for it; what was reserved counts with the figures of its
 * reservation. A page of orders costs the same few queries for one as for a thousand.
 */
public final class OrderUses {
  private final RecordedOrders orders;
  private final CodeMeters meters;
  private final ReservationStore reservationStore = new ReservationStore();
  private final SheetStore sheetStore = new SheetStore();

  /**
   * The uses of one database.
   *
   * @param orders knows which orders still stand
   */
  public OrderUses(RecordedOrders orders, CodeMeters meters) {
    this.orders = orders;
    this.meters = meters;
  }

  /** The uses of some orders that are not as they should be. Locks nothing. */
  public List<DueUse> due(Handle handle, String workspace, Collection<UsingOrder> using) {
    Map<ReservationKey, Reservation> reserved = new HashMap<>();
    Map<String, Set<String>> codesOf = new HashMap<>();
    for (Reservation each : reservationStore.ofOrders(handle, workspace, keysOf(using))) {
      reserved.put(ReservationKey.of(each), each);
      codesOf.computeIfAbsent(each.orderKey(), absent -> new TreeSet<>()).add(each.codeId());
    }
    Set<String> codeIds = new HashSet<>();
    codesOf.values().forEach(codeIds::addAll);
    using.forEach(each -> codeIds.addAll(each.discounts().keySet()));
    if (codeIds.isEmpty()) {
      return List.of();
    }
    Map<String, PromoCode> codes = sheetStore.codes(handle, workspace, codeIds);
    Set<OrderRef> counting = orders.counting(handle, workspace, refsOf(using)).keySet();
    List<DueUse> due = new ArrayList<>();
    for (UsingOrder each : using) {
      Set<String> used = new TreeSet<>(each.discounts().keySet());
      used.addAll(codesOf.getOrDefault(each.order().orderId(), Set.of()));
      for (String codeId : used) {
        Optional.ofNullable(codes.get(codeId))
            .filter(code -> code.storefrontId().equals(each.order().storefrontId()))
            .flatMap(code -> due(each, code, counting.contains(each.order()), reserved))
            .ifPresent(due::add);
      }
    }
    return due;
  }

  /**
   * Brings uses to what they should be by now. The heads of their codes' shards are locked.
   *
   * @param found what was due without locks
   * @return what becomes odd about orders by it, or is no longer
   */
  public List<UseChange> settle(Handle handle, String workspace, Instant now, List<DueUse> found) {
    Map<OrderRef, Optional<PersonKey>> counting =
        orders.counting(
            handle, workspace, found.stream().map(DueUse::order).collect(Collectors.toSet()));
    // Who the customer is may have been forgotten since the look.
    List<DueUse> due =
        found.stream()
            .map(each -> each.of(counting.getOrDefault(each.order(), Optional.empty())))
            .toList();
    List<ReservationKey> keys = due.stream().map(DueUse::key).distinct().toList();
    Set<CodeCustomer> customers = new HashSet<>();
    for (DueUse each : due) {
      each.using()
          .customer()
          .ifPresent(who -> customers.add(new CodeCustomer(each.key().codeId(), who)));
    }
    ReservationSheet sheet =
        sheetStore.load(
            handle,
            workspace,
            keys.stream().map(ReservationKey::codeId).collect(Collectors.toSet()),
            reservationStore.named(handle, workspace, keys),
            customers);
    var batch =
        new UseBatch(sheet, counting.keySet(), returning(handle, workspace, sheet, due), now);
    List<UseChange> changes = batch.settle(due);
    sheetStore.save(handle, workspace, sheet);
    meters.settled(sheet);
    return changes;
  }

  /** The use that an order makes of a code, if it is not as it should be. */
  static Optional<DueUse> due(
      UsingOrder using,
      PromoCode code,
      boolean counts,
      Map<ReservationKey, Reservation> reservations) {
    String codeId = code.codeId();
    Optional<Reservation> reserved =
        Optional.ofNullable(reservations.get(new ReservationKey(codeId, using.order().orderId())));
    UseStep step = UseStep.of(counts, reserved, using.discounts().containsKey(codeId));
    return switch (step) {
      case NONE -> Optional.empty();
      case CONFIRM, GIVE_BACK ->
          Optional.of(
              DueUse.certain(
                  using, codeId, step, reserved.flatMap(Reservation::overLimit).isPresent()));
      case JUDGE -> Optional.of(DueUse.judged(using, codeId, code.terms().limits().areAny()));
    };
  }

  private Set<Buyer> returning(
      Handle handle, String workspace, ReservationSheet sheet, List<DueUse> due) {
    Set<Buyer> buyers = new HashSet<>();
    for (DueUse each : due) {
      if (each.isUnderLimits()
          && sheet.code(each.key().codeId()).terms().limits().firstOrderOnly()) {
        each.using().customer().ifPresent(who -> buyers.add(new Buyer(each.order(), who)));
      }
    }
    return orders.withEarlierOrder(handle, workspace, buyers);
  }

  private static Set<String> keysOf(Collection<UsingOrder> using) {
    return using.stream().map(each -> each.order().orderId()).collect(Collectors.toSet());
  }

  private static Set<OrderRef> refsOf(Collection<UsingOrder> using) {
    return using.stream().map(UsingOrder::order).collect(Collectors.toSet());
  }
}
