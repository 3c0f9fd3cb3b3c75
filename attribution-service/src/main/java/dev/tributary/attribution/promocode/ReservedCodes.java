package dev.tributary.attribution.promocode;

import dev.tributary.runtime.database.Database;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Tells which code an order reserves or gives back. A use that an order has in hand is found again
 * when the code has been given anew meanwhile, so that a call may be sent again at any time.
 */
public final class ReservedCodes {
  private final Database database;
  private final PromoCodes codes;
  private final ReservationStore store = new ReservationStore();

  /** Looks up codes and reservations of one database. */
  public ReservedCodes(Database database, PromoCodes codes) {
    this.database = database;
    this.codes = codes;
  }

  /** The code that the order has a use of, else the one that is valid now; empty when unknown. */
  Optional<PromoCode> toReserve(
      String workspace, String storefrontId, String text, String orderKey, Instant now) {
    CodeIntervals intervals = codes.typed(workspace, storefrontId, text);
    return of(
            intervals,
            reservations(workspace, intervals, orderKey).stream()
                .filter(Reservation::counts)
                .toList())
        .or(() -> intervals.at(now));
  }

  /** The code that the order has, or last had, a use of; empty when unknown. */
  Optional<PromoCode> toRelease(
      String workspace, String storefrontId, String text, String orderKey, Instant now) {
    CodeIntervals intervals = codes.typed(workspace, storefrontId, text);
    return of(intervals, reservations(workspace, intervals, orderKey)).or(() -> intervals.at(now));
  }

  /** Nearly always there is one code, about which nothing has to be asked. */
  private List<Reservation> reservations(
      String workspace, CodeIntervals intervals, String orderKey) {
    if (intervals.codes().size() < 2) {
      return List.of();
    }
    List<ReservationKey> keys =
        intervals.codes().stream()
            .map(code -> new ReservationKey(code.codeId(), orderKey))
            .toList();
    return database.read(handle -> store.named(handle, workspace, keys));
  }

  private static Optional<PromoCode> of(CodeIntervals intervals, List<Reservation> reservations) {
    return reservations.stream()
        .max(
            Comparator.comparing(Reservation::counts)
                .thenComparing(Reservation::createTime)
                .thenComparing(Reservation::codeId))
        .flatMap(
            reservation ->
                intervals.codes().stream()
                    .filter(code -> code.codeId().equals(reservation.codeId()))
                    .findFirst());
  }
}
