package dev.tributary.attribution.commission;

import dev.tributary.attribution.conversion.ConversionKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Puts together what decides about collaborations. */
final class Accounts {
  private final TermsBook terms;
  private final SaleStore sales = new SaleStore();
  private final TakenStore taken = new TakenStore();

  Accounts(TermsBook terms) {
    this.terms = terms;
  }

  /** The accounts of collaborations at a cut; those without terms are missing. */
  List<Account> at(Handle handle, String workspace, Collection<String> ids, Cut cut) {
    Map<String, TermsHistory> histories = terms.histories(handle, workspace, ids);
    Map<String, List<Sale>> sold =
        sales(handle, workspace, histories, sales.ofCollaborations(handle, workspace, ids, cut));
    Map<String, List<Taken>> stated = taken.sales(handle, workspace, ids);
    Map<String, Set<String>> extras = taken.extras(handle, workspace, ids);
    Map<String, Map<String, Long>> carried = taken.carried(handle, workspace, ids);
    List<Account> accounts = new ArrayList<>();
    for (String id : ids) {
      TermsHistory history = histories.get(id);
      if (history != null) {
        accounts.add(
            new Account(
                history,
                sold.getOrDefault(id, List.of()),
                byKey(stated.getOrDefault(id, List.of())),
                extras.getOrDefault(id, Set.of()),
                carried.getOrDefault(id, Map.of())));
      }
    }
    return accounts;
  }

  /**
   * Sales by collaboration, numbered for the terms that ask how manyth purchase they are. Renewals
   * keep the terms of their subscription's first payment.
   */
  Map<String, List<Sale>> sales(
      Handle handle,
      String workspace,
      Map<String, TermsHistory> histories,
      List<SaleStore.OwnedSale> rows) {
    Set<ConversionKey> counted =
        rows.stream()
            .filter(row -> countsPurchases(histories.get(row.collaborationId())))
            .map(row -> row.sale().key())
            .collect(Collectors.toSet());
    Map<ConversionKey, Integer> numbers = sales.purchaseNumbers(handle, workspace, counted);
    Set<ConversionKey> keys =
        rows.stream().map(row -> row.sale().key()).collect(Collectors.toSet());
    Map<ConversionKey, Instant> firstPayments = sales.firstPayments(handle, workspace, keys);
    Map<String, List<Sale>> sold = new HashMap<>();
    for (SaleStore.OwnedSale row : rows) {
      Sale sale = row.sale();
      sold.computeIfAbsent(row.collaborationId(), absent -> new ArrayList<>())
          .add(
              sale.with(
                  firstPayments.getOrDefault(sale.key(), sale.time()),
                  numbers.getOrDefault(sale.key(), 1)));
    }
    return sold;
  }

  static Map<ConversionKey, Taken> byKey(List<Taken> taken) {
    return taken.stream().collect(Collectors.toMap(Taken::key, Function.identity()));
  }

  private static boolean countsPurchases(@Nullable TermsHistory history) {
    return history != null
        && history.versions().stream().anyMatch(version -> version.firstPurchases() > 0);
  }
}
