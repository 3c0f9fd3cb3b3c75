package dev.tributary.attribution.promocode;

import dev.tributary.attribution.promocode.RecordedOrders.Buyer;
import dev.tributary.runtime.api.ApiException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reservations of one workspace as they change one after the other, with all that decides about
 * them at hand. Touches no database. Not thread-safe.
 */
final class ReservationBatch {
  private final Map<String, PromoCode> codes;
  private final Map<String, CodeBook> books;
  private final Set<OrderRef> recordedOrders;
  private final Set<Buyer> returning;
  private final Instant now;
  private final Map<ReservationKey, Reservation> before = new HashMap<>();
  private final Map<ReservationKey, Reservation> after = new HashMap<>();

  /**
   * A batch that has changed nothing yet.
   *
   * @param codes by id, every one that is asked for
   * @param books counters by id of the code, with all customers that are asked for
   * @param recorded the reservations that are asked for or due, as far as they exist
   * @param recordedOrders which of the orders of due and released reservations are purchases by now
   * @param returning who of those that ask have another order
   */
  ReservationBatch(
      Map<String, PromoCode> codes,
      Map<String, CodeBook> books,
      Collection<Reservation> recorded,
      Set<OrderRef> recordedOrders,
      Set<Buyer> returning,
      Instant now) {
    this.codes = codes;
    this.books = books;
    this.recordedOrders = recordedOrders;
    this.returning = returning;
    this.now = now;
    recorded.forEach(each -> before.put(ReservationKey.of(each), each));
    after.putAll(before);
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

  /** Reservations that were not there before. */
  List<Reservation> added() {
    return after.values().stream()
        .filter(each -> !before.containsKey(ReservationKey.of(each)))
        .toList();
  }

  /** Reservations that were there and are different now. */
  List<Reservation> changed() {
    return after.values().stream()
        .filter(each -> before.containsKey(ReservationKey.of(each)))
        .filter(each -> !each.equals(before.get(ReservationKey.of(each))))
        .toList();
  }

  private ReservationOutcome reserve(ReservationCommand.Reserve command) {
    ReservationWish wish = command.wish();
    PromoCode code = code(command.codeId());
    Optional<Reservation> earlier = find(command.key());
    if (earlier.filter(Reservation::counts).isPresent()) {
      return again(code, earlier.get(), wish);
    }
    CodeLimits limits = code.terms().limits();
    if (limits.lookAtCustomers() && wish.customer().isEmpty()) {
      return new ReservationOutcome.Failed(
          ApiException.fieldInvalid(
              "customer_id", "absent (expected: a customer, since the code has limits for each)"));
    }
    CodeCounters counters = book(command.codeId()).countersFor(limits, wish.customer());
    Optional<ReservationRefusal> refusal =
        ReservationRules.refusal(code, counters, wish, orderedBefore(code, wish), now);
    if (refusal.isPresent()) {
      return new ReservationOutcome.Refused(code, refusal.get(), counters.remainderOf(limits));
    }
    Reservation anew = wish.heldFrom(now, command.codeId());
    Reservation held = earlier.map(ended -> ended.madeAgain(anew)).orElse(anew);
    put(held);
    book(command.codeId()).hold(held);
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
    CodeCounters counters = book(code.codeId()).countersFor(limits, reservation.customer());
    return new ReservationOutcome.Granted(code, reservation, counters.remainderOf(limits));
  }

  private ReservationOutcome release(ReservationKey key) {
    find(key)
        .filter(each -> each.state() == Reservation.State.HELD)
        .ifPresent(held -> end(held, Reservation.State.RELEASED));
    return new ReservationOutcome.Released(find(key));
  }

  /** Nobody can give back or lose the use of an order that is recorded. */
  private void end(Reservation held, Reservation.State otherwise) {
    OrderRef order = new OrderRef(code(held.codeId()).storefrontId(), held.orderKey());
    boolean isUsed = recordedOrders.contains(order);
    if (isUsed) {
      book(held.codeId()).use(held);
    } else {
      book(held.codeId()).release(held);
    }
    put(held.in(isUsed ? Reservation.State.USED : otherwise));
  }

  private boolean orderedBefore(PromoCode code, ReservationWish wish) {
    OrderRef order = new OrderRef(code.storefrontId(), wish.orderKey());
    return wish.customer()
        .map(customer -> returning.contains(new Buyer(order, customer)))
        .orElse(false);
  }

  private Optional<Reservation> find(ReservationKey key) {
    return Optional.ofNullable(after.get(key));
  }

  private void put(Reservation reservation) {
    after.put(ReservationKey.of(reservation), reservation);
  }

  private PromoCode code(String codeId) {
    return required(codes.get(codeId), codeId);
  }

  private CodeBook book(String codeId) {
    return required(books.get(codeId), codeId);
  }

  private static <T> T required(@Nullable T value, String codeId) {
    if (value == null) {
      throw new IllegalStateException(
          "code " + codeId + " was not read (expected: all of a group)");
    }
    return value;
  }
}
