package dev.tributary.local.ledgermodel;

import dev.tributary.attribution.v1.HeldCredit;
import dev.tributary.attribution.v1.HoldOutcome;
import dev.tributary.attribution.v1.OrderHold;
import dev.tributary.attribution.v1.Owner;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What commands about holds do, worked out by trying. */
final class HoldOutcomes {
  private HoldOutcomes() {}

  /**
   * What becomes of a command.
   *
   * @param after whether credits are told as they are after it, else as before
   */
  static HoldOutcome of(History history, Collection<OrderKey> orders, Fact command, boolean after) {
    HoldOutcome.Builder outcome = HoldOutcome.newBuilder();
    Map<String, HeldCredit.Builder> credits = new TreeMap<>();
    for (OrderKey key : orders) {
      long changed = changed(history, key, command);
      if (changed > 0) {
        outcome
            .setOrderCount(outcome.getOrderCount() + 1)
            .setHoldCount(outcome.getHoldCount() + changed);
        add(credits, after ? history.booksAfter(key, command) : history.books(key));
      }
    }
    credits.values().forEach(outcome::addCredits);
    return outcome.build();
  }

  /** How many holds of an order a command changes. */
  static long changed(History history, OrderKey key, Fact command) {
    List<OrderHold> before = history.books(key).holding.all();
    return history.booksAfter(key, command).holding.changedSince(before);
  }

  /** One for each creator, whatever number of shares it has. */
  private static void add(Map<String, HeldCredit.Builder> credits, Books books) {
    Map<String, Long> nets = new TreeMap<>();
    Balance balance = books.balance();
    for (int i = 0; i < balance.left.size(); i++) {
      long net = balance.left.get(i);
      books
          .decided
          .shares()
          .get(i)
          .owner()
          .map(Owner::getCreatorId)
          .ifPresent(creator -> nets.merge(creator, net, Long::sum));
    }
    String currency = books.order().getCurrencyCode();
    nets.forEach(
        (creator, net) -> {
          HeldCredit.Builder credit =
              credits.computeIfAbsent(
                  creator + " " + currency,
                  absent ->
                      HeldCredit.newBuilder().setCreatorId(creator).setCurrencyCode(currency));
          credit.setOrderCount(credit.getOrderCount() + 1).setNetMinor(credit.getNetMinor() + net);
        });
  }
}
