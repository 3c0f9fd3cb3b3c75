package dev.tributary.attribution.promocode;

import dev.tributary.attribution.promocode.CodeCounterStore.CodeCustomer;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Sheets of reservations as rows: the same few statements for one reservation as for a thousand.
 * Whoever saves has locked the heads of the codes' shards before loading.
 */
final class SheetStore {
  private final PromoCodeStore codeStore = new PromoCodeStore();
  private final ReservationStore reservationStore = new ReservationStore();
  private final CodeCounterStore counterStore = new CodeCounterStore();

  /**
   * The sheet of some codes.
   *
   * @param codeIds those codes, with all of the reservations
   * @param recorded reservations that are on it
   * @param customers who else may be counted
   */
  ReservationSheet load(
      Handle handle,
      String workspace,
      Collection<String> codeIds,
      Collection<Reservation> recorded,
      Collection<CodeCustomer> customers) {
    Set<CodeCustomer> counted = new HashSet<>(customers);
    for (Reservation each : recorded) {
      each.customer().ifPresent(customer -> counted.add(new CodeCustomer(each.codeId(), customer)));
    }
    return new ReservationSheet(
        codes(handle, workspace, codeIds),
        counterStore.load(handle, workspace, codeIds, counted),
        recorded);
  }

  /** Codes by their ids; unknown ones are missing. */
  Map<String, PromoCode> codes(Handle handle, String workspace, Collection<String> codeIds) {
    return codeStore.byIds(handle, workspace, List.copyOf(Set.copyOf(codeIds))).stream()
        .map(StoredPromoCode::code)
        .collect(Collectors.toMap(PromoCode::codeId, Function.identity()));
  }

  /** Writes what has changed. */
  void save(Handle handle, String workspace, ReservationSheet sheet) {
    reservationStore.insert(handle, workspace, sheet.added());
    reservationStore.move(handle, workspace, sheet.moved());
    reservationStore.update(handle, workspace, sheet.remade());
    counterStore.save(handle, workspace, sheet.books());
  }
}
