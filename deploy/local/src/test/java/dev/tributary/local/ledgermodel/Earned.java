package dev.tributary.local.ledgermodel;

import dev.tributary.attribution.v1.CommissionRate;
import dev.tributary.attribution.v1.CommissionTerms;
import dev.tributary.attribution.v1.CommissionTier;
import dev.tributary.attribution.v1.FlatCommission;
import dev.tributary.type.v1.Money;
import java.math.BigInteger;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a sale earns.
 *
 * @param commission in minor units
 * @param from where it begins on the scale of its month's tiers
 * @param to where it ends
 */
record Earned(long commission, long from, long to) {
  private static final BigInteger MILLION = BigInteger.valueOf(1_000_000);

  private static final Comparator<Sale> IN_TIME =
      Comparator.comparing((Sale sale) -> sale.books().time())
          .thenComparing(sale -> sale.key().storefrontId())
          .thenComparing(sale -> sale.key().type().name())
          .thenComparing(sale -> sale.key().orderId());

  /**
   * What the sales of a collaboration earn. What statements have keeps its place on the scale; what
   * the next one takes comes after it, and then what waits, each in the order of time.
   *
   * @param places of what statements have, by order
   * @param payable what the next statement takes
   */
  static Map<OrderKey, Earned> of(
      CommissionTerms terms,
      List<Sale> sales,
      Map<OrderKey, Earned> places,
      Set<OrderKey> payable) {
    List<Sale> ordered = new ArrayList<>(sales);
    ordered.sort(
        Comparator.comparing((Sale sale) -> !places.containsKey(sale.key()))
            .thenComparing(sale -> !payable.contains(sale.key()))
            .thenComparing(IN_TIME));
    Map<String, Long> volumes = new HashMap<>();
    Map<OrderKey, Earned> earned = new LinkedHashMap<>();
    for (Sale sale : ordered) {
      String month =
          sale.currency(terms) + YearMonth.from(sale.books().time().atOffset(ZoneOffset.UTC));
      long before = volumes.getOrDefault(month, 0L);
      volumes.merge(month, sale.net(), Long::sum);
      Earned next =
          terms.getTiers().getTiersCount() == 0
              ? new Earned(0, 0, 0)
              : new Earned(0, before, before + sale.net());
      Earned place = places.getOrDefault(sale.key(), next);
      earned.put(
          sale.key(),
          new Earned(commission(terms, sale, place.from, place.to), place.from, place.to));
    }
    return earned;
  }

  /** The parts of the place earn at their rates; rounded once, half up, and capped. */
  private static long commission(CommissionTerms terms, Sale sale, long from, long to) {
    String currency = sale.currency(terms);
    List<Long> starts = new ArrayList<>(List.of(Long.MIN_VALUE));
    List<CommissionRate> rates = new ArrayList<>(List.of(terms.getRate()));
    for (CommissionTier tier : terms.getTiers().getTiersList()) {
      if (tier.getFromSales().getCurrencyCode().equals(currency)) {
        starts.add(tier.getFromSales().getMinorUnits());
        rates.add(tier.getRate());
      }
    }
    BigInteger sum = BigInteger.ZERO;
    long length = Math.max(1, to - from);
    for (int i = 0; i < rates.size(); i++) {
      long start = starts.get(i);
      long end = i + 1 < starts.size() ? starts.get(i + 1) : Long.MAX_VALUE;
      // What takes no place is a point on the scale.
      long inside =
          to > from
              ? Math.max(0, Math.min(to, end) - Math.max(from, start))
              : start <= from && from < end ? 1 : 0;
      sum = sum.add(exact(rates.get(i), sale, currency).multiply(BigInteger.valueOf(inside)));
    }
    BigInteger unit = MILLION.multiply(BigInteger.valueOf(length));
    BigInteger twice = sum.add(sum).add(unit).divide(unit.add(unit));
    return terms.getCaps().getOrderList().stream()
        .filter(cap -> cap.getCurrencyCode().equals(currency))
        .map(Money::getMinorUnits)
        .reduce(twice.longValueExact(), Math::min);
  }

  /** In millionths of a minor unit. */
  private static BigInteger exact(CommissionRate rate, Sale sale, String currency) {
    long flat =
        rate.getFlatsList().stream()
            .filter(each -> each.getType() == sale.key().type())
            .map(FlatCommission::getAmount)
            .filter(money -> money.getCurrencyCode().equals(currency))
            .mapToLong(Money::getMinorUnits)
            .findFirst()
            .orElse(0);
    return BigInteger.valueOf(sale.net())
        .multiply(BigInteger.valueOf(rate.getBasisPoints()))
        .multiply(BigInteger.valueOf(100))
        .add(BigInteger.valueOf(sale.millionths()).multiply(BigInteger.valueOf(flat)));
  }
}
