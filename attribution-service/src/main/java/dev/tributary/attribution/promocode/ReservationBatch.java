package dev.tributary.attribution.promocode;

import dev.tributary.attribution.promocode.RecordedOrders.Buyer;
import dev.tributary.runtime.api.ApiException;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/**
 * Reservations of one workspace as callers change them one after the other, with all that decides
 * about them at hand. Touches no database. Not thread-safe.
 */
final class ReservationBatch {
  private final ReservationSheet sheet;
  private final Set<OrderRef> recordedOrders;
  private final Set<Buyer> returning;
  private final Instant now;

  /**
   * A batch that has changed nothing yet.
   *
   * @param sheet with the reservations that are asked for or due
   * @param recordedOrders which of the orders of due and released reservations count by now
   * @param returning who of those that ask have another order
   */
  ReservationBatch(
      ReservationSheet sheet, Set<OrderRef> recordedOrders, Set<Buyer> returning, Instant now) {
    this.sheet = sheet;
    this.recordedOrders = recordedOrders;
    this.returning = returning;
    this.now = now;
  }

  /** Ends held reservations whose time has come: used if their order is recorded, else expired. */
  void settle(Collection<Reservation> due) {
    due.forEach(held -> end(held, Reservation.State.EXPIRED));
  }

  /** Does what is asked for. */
  ReservationOutcome outcome(ReservationCommand command) {
    return command instanceof ReservationCommand.Reserve reserve
        ? reserve(reserve)
        : release(command.key());
  }

  private ReservationOutcome reserve(ReservationCommand.Reserve command) {
    ReservationWish wish = command.wish();
    PromoCode code = sheet.code(command.codeId());
    Optional<Reservation> earlier = sheet.find(command.key());
    if (earlier.filter(Reservation::counts).isPresent()) {
      return again(code, earlier.get(), wish);
    }
    CodeLimits limits = code.terms().limits();
    CodeCounters counters = sheet.book(command.codeId()).countersFor(limits, wish.customer());
    Optional<ReservationRefusal> decided = earlier.flatMap(Reservation::overLimit);
    if (decided.isPresent()) {
      return new ReservationOutcome.Refused(code, decided.get(), counters.remainderOf(limits));
    }
    if (limits.lookAtCustomers() && wish.customer().isEmpty()) {
      return new ReservationOutcome.Failed(
          ApiException.fieldInvalid(
              "customer_id", "absent (expected: a customer, since the code has limits for each)"));
    }
    Optional<ReservationRefusal> refusal =
        ReservationRules.refusal(code, counters, wish, orderedBefore(code, wish), now);
    if (refusal.isPresent()) {
      return new ReservationOutcome.Refused(code, refusal.get(), counters.remainderOf(limits));
    }
    Reservation anew = wish.heldFrom(now, command.codeId());
    Reservation held = earlier.map(ended -> ended.madeAgain(anew)).orElse(anew);
    sheet.put(held);
    sheet.book(command.codeId()).hold(held);
    return granted(code, held);
  }

  private ReservationOutcome again(PromoCode code, Reservation earlier, ReservationWish wish) {
    return earlier
        .firstDifference(wish)
        .<ReservationOutcome>map(
            field ->
                new ReservationOutcome.Failed(
                    ApiException.idReused("reservation", wish.orderKey(), field)))
        .orElseGet(() -> granted(code, earlier));
  }

  private ReservationOutcome granted(PromoCode code, Reservation reservation) {
    CodeLimits limits = code.terms().limits();
    CodeCounters counters = sheet.book(code.codeId()).countersFor(limits, reservation.customer());
    return new ReservationOutcome.Granted(code, reservation, counters.remainderOf(limits));
  }

  private ReservationOutcome release(ReservationKey key) {
    sheet
        .find(key)
        .filter(each -> each.state() == Reservation.State.HELD)
        .ifPresent(held -> end(held, Reservation.State.RELEASED));
    return new ReservationOutcome.Released(sheet.find(key));
  }

  /** Nobody can give back or lose the use of an order that is recorded and counts. */
  private void end(Reservation held, Reservation.State otherwise) {
    OrderRef order = new OrderRef(sheet.code(held.codeId()).storefrontId(), held.orderKey());
    boolean isUsed = recordedOrders.contains(order);
    if (isUsed) {
      sheet.book(held.codeId()).use(held);
    } else {
      sheet.book(held.codeId()).release(held);
    }
    sheet.put(held.in(isUsed ? Reservation.State.USED : otherwise));
  }

  private boolean orderedBefore(PromoCode code, ReservationWish wish) {
    OrderRef order = new OrderRef(code.storefrontId(), wish.orderKey());
    return wish.customer()
        .map(customer -> returning.contains(new Buyer(order, customer)))
        .orElse(false);
  }
}
