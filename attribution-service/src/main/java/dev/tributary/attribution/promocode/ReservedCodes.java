package dev.tributary.attribution.promocode;

import dev.tributary.runtime.database.Database;
import dev.tributary.runtime.group.GroupReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Tells which code a checkout means. A use that an order has in hand is found again when the code
 * has been given anew meanwhile, so that a call may be sent again at any time.
 *
 * <p>When everybody types the same code, those who ask at the same time are answered by one look
 * into the database; nobody gets an answer that was read before they asked.
 */
public final class ReservedCodes implements AutoCloseable {
  private final PromoCodes codes;
  private final ReservationStore store = new ReservationStore();
  private final GroupReader<Typed, Found> reader;

  private ReservedCodes(Database database, PromoCodes codes) {
    this.codes = codes;
    this.reader = GroupReader.start("codes", database, this::find);
  }

  /** Looks up codes and reservations of one database. */
  public static ReservedCodes start(Database database, PromoCodes codes) {
    return new ReservedCodes(database, codes);
  }

  /** The code that a use at a time belongs to; empty when unknown. */
  CompletableFuture<Optional<PromoCode>> toCheck(
      String workspace, String storefrontId, String text, Instant time) {
    return reader
        .ask(new Typed(workspace, storefrontId, text, Optional.empty()))
        .thenApply(found -> found.intervals().at(time));
  }

  /** The code that the order has a use of, else the one that is valid now; empty when unknown. */
  CompletableFuture<Optional<PromoCode>> toReserve(
      String workspace, String storefrontId, String text, String orderKey, Instant now) {
    return reader
        .ask(new Typed(workspace, storefrontId, text, Optional.of(orderKey)))
        .thenApply(
            found ->
                found
                    .code(found.reservations().stream().filter(Reservation::counts).toList())
                    .or(() -> found.intervals().at(now)));
  }

  /** The code that the order has, or last had, a use of; empty when unknown. */
  CompletableFuture<Optional<PromoCode>> toRelease(
      String workspace, String storefrontId, String text, String orderKey, Instant now) {
    return reader
        .ask(new Typed(workspace, storefrontId, text, Optional.of(orderKey)))
        .thenApply(found -> found.code(found.reservations()).or(() -> found.intervals().at(now)));
  }

  @Override
  public void close() {
    reader.close();
  }

  private Map<Typed, Found> find(Handle handle, Set<Typed> wanted) {
    Map<Typed, Found> found = new HashMap<>();
    wanted.stream()
        .collect(Collectors.groupingBy(Typed::place))
        .forEach((place, typed) -> found.putAll(find(handle, place, typed)));
    return found;
  }

  private Map<Typed, Found> find(Handle handle, Place place, List<Typed> wanted) {
    Map<String, CodeIntervals> byText =
        codes.byTexts(
            handle,
            place.workspace(),
            place.storefrontId(),
            wanted.stream().map(Typed::text).collect(Collectors.toSet()));
    List<ReservationKey> keys = new ArrayList<>();
    for (Typed each : wanted) {
      keys.addAll(reservations(each, byText.getOrDefault(each.text(), CodeIntervals.NONE)));
    }
    Map<ReservationKey, Reservation> reservations =
        keys.isEmpty()
            ? Map.of()
            : store.named(handle, place.workspace(), keys).stream()
                .collect(Collectors.toMap(ReservationKey::of, each -> each));
    Map<Typed, Found> found = new HashMap<>();
    for (Typed each : wanted) {
      CodeIntervals intervals = byText.getOrDefault(each.text(), CodeIntervals.NONE);
      found.put(
          each,
          new Found(
              intervals,
              reservations(each, intervals).stream()
                  .filter(reservations::containsKey)
                  .map(reservations::get)
                  .toList()));
    }
    return found;
  }

  /** Nearly always there is one code, about which nothing has to be asked. */
  private static List<ReservationKey> reservations(Typed typed, CodeIntervals intervals) {
    if (intervals.codes().size() < 2) {
      return List.of();
    }
    return typed.orderKey().stream()
        .flatMap(
            orderKey ->
                intervals.codes().stream().map(code -> new ReservationKey(code.codeId(), orderKey)))
        .toList();
  }

  /** A shop of a workspace. */
  private record Place(String workspace, String storefrontId) {}

  /** What somebody typed, and for which order if that matters. */
  private record Typed(
      String workspace, String storefrontId, String text, Optional<String> orderKey) {
    Place place() {
      return new Place(workspace, storefrontId);
    }
  }

  /** The codes of a text, and what the order has, or had, of them where there are several. */
  private record Found(CodeIntervals intervals, List<Reservation> reservations) {
    Optional<PromoCode> code(List<Reservation> candidates) {
      return candidates.stream()
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
}
