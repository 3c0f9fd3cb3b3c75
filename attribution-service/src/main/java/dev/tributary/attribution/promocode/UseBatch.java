package dev.tributary.attribution.promocode;

import dev.tributary.attribution.promocode.RecordedOrders.Buyer;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Uses of one workspace as recorded orders make them one after the other, with all that decides
 * about them at hand. Touches no database. Not thread-safe.
 */
final class UseBatch {
  /**
   * What is given back is free for the others of the batch; of those the earlier order is first.
   */
  private static final Comparator<DueUse> ORDER =
      Comparator.comparing((DueUse due) -> due.step() != UseStep.GIVE_BACK)
          .thenComparing(due -> due.using().time())
          .thenComparing(due -> due.order().orderId())
          .thenComparing(due -> due.key().codeId());

  private final ReservationSheet sheet;
  private final Set<OrderRef> counting;
  private final Set<Buyer> returning;
  private final Instant now;

  /**
   * A batch that has changed nothing yet.
   *
   * @param sheet with the reservations of all uses
   * @param counting which orders still stand
   * @param returning who of those that are judged has an earlier order
   */
  UseBatch(ReservationSheet sheet, Set<OrderRef> counting, Set<Buyer> returning, Instant now) {
    this.sheet = sheet;
    this.counting = counting;
    this.returning = returning;
    this.now = now;
  }

  /** Does what is due, and answers what becomes odd about orders, or is no longer. */
  List<UseChange> settle(List<DueUse> due) {
    return due.stream().sorted(ORDER).map(this::settle).flatMap(Optional::stream).toList();
  }

  private Optional<UseChange> settle(DueUse due) {
    Optional<Reservation> reserved = sheet.find(due.key());
    UseStep step = UseStep.of(counting.contains(due.order()), reserved, due.isTyped());
    return switch (step) {
      case NONE -> Optional.empty();
      case CONFIRM -> {
        confirm(reserved.orElseThrow());
        yield Optional.empty();
      }
      // A hold that was there a moment ago has ended while its order did not stand. That it stands
      // again is told by another entry of the feed, which will judge it.
      case JUDGE -> due.step() == UseStep.JUDGE ? judge(due, reserved) : Optional.empty();
      case GIVE_BACK -> giveBack(due, reserved.orElseThrow());
    };
  }

  private void confirm(Reservation held) {
    sheet.book(held.codeId()).use(held);
    sheet.put(held.in(Reservation.State.USED));
  }

  private Optional<UseChange> judge(DueUse due, Optional<Reservation> ended) {
    String codeId = due.key().codeId();
    PromoCode code = sheet.code(codeId);
    ReservationWish wish = due.using().wish(codeId);
    CodeLimits limits = due.isUnderLimits() ? code.terms().limits() : CodeLimits.NONE;
    CodeCounters counters = sheet.book(codeId).countersFor(limits, wish.customer());
    Optional<ReservationRefusal> refusal =
        ReservationRules.overLimit(limits, counters, wish, isReturning(due));
    Reservation anew =
        new Reservation(
            codeId,
            wish.orderKey(),
            wish.customer(),
            refusal.isPresent() ? Reservation.State.OVER_LIMIT : Reservation.State.USED,
            wish.amount(),
            wish.discount(),
            now,
            now,
            refusal,
            1);
    sheet.put(ended.map(before -> before.madeAgain(anew)).orElse(anew));
    if (refusal.isEmpty()) {
      sheet.book(codeId).take(anew);
    } else {
      sheet.book(codeId).overLimit(anew, 1);
    }
    return refusal.map(
        reason ->
            new UseChange(
                due.order(), codeId, Optional.of(OverLimit.of(code, reason, counters, wish))));
  }

  private Optional<UseChange> giveBack(DueUse due, Reservation had) {
    sheet.put(had.in(Reservation.State.RELEASED));
    if (had.state() == Reservation.State.USED) {
      sheet.book(had.codeId()).giveBack(had);
      return Optional.empty();
    }
    sheet.book(had.codeId()).overLimit(had, -1);
    return Optional.of(new UseChange(due.order(), had.codeId(), Optional.empty()));
  }

  private boolean isReturning(DueUse due) {
    return due.using()
        .customer()
        .map(customer -> returning.contains(new Buyer(due.order(), customer)))
        .orElse(false);
  }
}
