package dev.tributary.attribution.commission;

import dev.tributary.attribution.conversion.ConversionKey;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Everything that decides what a collaboration is owed at a cut of the ledger.
 *
 * @param history its terms
 * @param sales its sales at the cut
 * @param taken what statements have of them, by conversion
 * @param takenExtras keys of the fees and ids of the bonuses that statements have
 * @param carriedMinor what its last statement of each currency carried over, by currency
 */
public record Account(
    TermsHistory history,
    List<Sale> sales,
    Map<ConversionKey, Taken> taken,
    Set<String> takenExtras,
    Map<String, Long> carriedMinor) {
  /** Keeps its own copies. */
  public Account {
    sales = List.copyOf(sales);
    taken = Map.copyOf(taken);
    takenExtras = Set.copyOf(takenExtras);
    carriedMinor = Map.copyOf(carriedMinor);
  }
}
