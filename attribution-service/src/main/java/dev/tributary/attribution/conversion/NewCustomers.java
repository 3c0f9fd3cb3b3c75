package dev.tributary.attribution.conversion;

import dev.tributary.attribution.conversion.NewCustomer.Basis;
import dev.tributary.attribution.conversion.NewCustomer.State;
import dev.tributary.attribution.storefront.CreditRules;
import dev.tributary.attribution.storefront.Storefront;
import dev.tributary.runtime.identity.PersonKey;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/**
 * Whether new orders are their customers' first: by what is committed, and by the other orders of
 * the same transaction. Tests and orders that were never paid are no orders here.
 */
final class NewCustomers {
  private final BuyerStore buyers = new BuyerStore();

  /** What is known of each order with an amount of which the caller told nothing, by its key. */
  Map<ConversionKey, NewCustomer> of(
      Handle handle,
      String workspace,
      Collection<Conversion> fresh,
      Function<String, Storefront> storefronts) {
    List<Conversion> asked =
        fresh.stream()
            .filter(Conversion::hasAmount)
            .filter(conversion -> conversion.newCustomer().isEmpty())
            .toList();
    Map<Buyer, Instant> earliest = earliest(handle, workspace, fresh, asked);
    Map<ConversionKey, NewCustomer> known = new HashMap<>();
    for (Conversion conversion : asked) {
      CreditRules rules = storefronts.apply(conversion.key().storefrontId()).rules();
      Optional<Instant> before =
          Buyer.of(conversion).map(earliest::get).filter(time -> time.isBefore(conversion.time()));
      known.put(conversion.key(), decided(conversion, before.isPresent(), rules));
    }
    return known;
  }

  private static NewCustomer decided(
      Conversion conversion, boolean boughtBefore, CreditRules rules) {
    if (conversion.customer().isEmpty()) {
      return new NewCustomer(State.UNKNOWN, Basis.NO_CUSTOMER);
    }
    if (boughtBefore) {
      return new NewCustomer(State.RETURNING, Basis.EARLIER_ORDER);
    }
    Instant needed = conversion.time().minus(rules.newCustomerWindow());
    return rules.historyCompleteSince().filter(since -> !since.isAfter(needed)).isPresent()
        ? new NewCustomer(State.NEW, Basis.COMPLETE_HISTORY)
        : new NewCustomer(State.UNKNOWN, Basis.INCOMPLETE_HISTORY);
  }

  /** The time of each buyer's earliest order, of those recorded and those of the transaction. */
  private Map<Buyer, Instant> earliest(
      Handle handle, String workspace, Collection<Conversion> fresh, List<Conversion> asked) {
    List<Buyer> wanted =
        asked.stream().flatMap(each -> Buyer.of(each).stream()).distinct().toList();
    if (wanted.isEmpty()) {
      return Map.of();
    }
    Map<Buyer, Instant> earliest = new HashMap<>(buyers.earliestOrders(handle, workspace, wanted));
    for (Conversion each : fresh) {
      boolean isOrder = each.hasAmount() && !each.test() && !each.payment().isVoided();
      if (isOrder) {
        Buyer.of(each)
            .ifPresent(
                buyer ->
                    earliest.merge(
                        buyer, each.time(), (one, other) -> one.isBefore(other) ? one : other));
      }
    }
    return earliest;
  }

  /**
   * A customer of a shop.
   *
   * @param storefrontId the shop
   * @param customer hash of the customer
   */
  record Buyer(String storefrontId, PersonKey customer) {
    static Optional<Buyer> of(Conversion conversion) {
      return conversion
          .customer()
          .map(customer -> new Buyer(conversion.key().storefrontId(), customer));
    }
  }
}
