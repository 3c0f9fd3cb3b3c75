package dev.tributary.attribution.promocode;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reservations of one workspace with their codes and counters, as they are and as they become while
 * they are written one after the other. Touches no database. Not thread-safe.
 */
final class ReservationSheet {
  private final Map<String, PromoCode> codes;
  private final Map<String, CodeBook> books;
  private final Map<ReservationKey, Reservation> before = new HashMap<>();
  private final Map<ReservationKey, Reservation> after = new HashMap<>();

  /**
   * A sheet on which nothing has changed yet.
   *
   * @param codes by id, every one that is asked for
   * @param books counters by id of the code, with all customers that are asked for
   * @param recorded the reservations that are asked for, as far as they exist
   */
  ReservationSheet(
      Map<String, PromoCode> codes, Map<String, CodeBook> books, Collection<Reservation> recorded) {
    this.codes = codes;
    this.books = books;
    recorded.forEach(each -> before.put(ReservationKey.of(each), each));
    after.putAll(before);
  }

  /** A reservation as it is by now, if there is one. */
  Optional<Reservation> find(ReservationKey key) {
    return Optional.ofNullable(after.get(key));
  }

  /** Takes a new reservation, or a later state of one. */
  void put(Reservation reservation) {
    after.put(ReservationKey.of(reservation), reservation);
  }

  /** A code that was read. */
  PromoCode code(String codeId) {
    return required(codes.get(codeId), codeId);
  }

  /** The counters of a code that was read. */
  CodeBook book(String codeId) {
    return required(books.get(codeId), codeId);
  }

  /** The counters of all codes, by their ids. */
  Map<String, CodeBook> books() {
    return Collections.unmodifiableMap(books);
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

  /** Those of the changed ones that are as before but for their state. */
  List<Reservation> moved() {
    return changed().stream().filter(this::isMoved).toList();
  }

  /** Those of the changed ones that were made again. */
  List<Reservation> remade() {
    return changed().stream().filter(each -> !isMoved(each)).toList();
  }

  private boolean isMoved(Reservation now) {
    Reservation then = before.get(ReservationKey.of(now));
    return then != null && now.equals(then.in(now.state()));
  }

  private static <T> T required(@Nullable T value, String codeId) {
    if (value == null) {
      throw new IllegalStateException(
          "code " + codeId + " was not read (expected: all of a group)");
    }
    return value;
  }
}
