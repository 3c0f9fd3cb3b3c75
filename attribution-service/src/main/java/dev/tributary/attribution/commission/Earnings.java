package dev.tributary.attribution.commission;

import dev.tributary.attribution.conversion.ConversionKey;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What the sales of one collaboration earn: a pure function of its terms, its sales and what
 * statements already have. Sales that are in a statement keep the terms and the place on the scale
 * that they were paid by and come first, then those that the next statement takes, then those that
 * have to wait; each in the order of time. So a statement leaves no gap on the scale, which the
 * sales that waited would have to fill: they would pass the tiers above it a second time.
 */
public final class Earnings {
  private static final long MILLION = 1_000_000;

  private final TermsHistory history;
  private final Map<ConversionKey, Taken> taken;
  private final Set<ConversionKey> payable;

  private final Volumes volumes = new Volumes();
  private final Map<Month, Long> earnedInMonth = new HashMap<>();
  private final Map<String, Long> earnedInTotal = new HashMap<>();

  private Earnings(
      TermsHistory history, Map<ConversionKey, Taken> taken, Set<ConversionKey> payable) {
    this.history = history;
    this.taken = taken;
    this.payable = payable;
  }

  /**
   * What each sale earns whatever waits, in the order of time. Sales under no terms are left out.
   *
   * @param taken what statements have, by conversion
   */
  public static List<Earning> of(
      TermsHistory history, List<Sale> sales, Map<ConversionKey, Taken> taken) {
    return of(history, sales, taken, Set.of());
  }

  /**
   * The same with a statement in view.
   *
   * @param payable what it takes
   */
  static List<Earning> of(
      TermsHistory history,
      List<Sale> sales,
      Map<ConversionKey, Taken> taken,
      Set<ConversionKey> payable) {
    return new Earnings(history, taken, payable).all(sales);
  }

  private List<Earning> all(List<Sale> sales) {
    List<Placed> placed = new ArrayList<>();
    for (Sale sale : ordered(sales)) {
      terms(sale).ifPresent(terms -> placed.add(placed(sale, terms)));
    }
    List<Earning> earnings = new ArrayList<>();
    for (Placed each : placed) {
      earnings.add(capped(each));
    }
    earnings.sort(Comparator.comparing(Earning::sale, Sale.IN_TIME));
    return earnings;
  }

  private List<Sale> ordered(List<Sale> sales) {
    Comparator<Sale> statedFirst = Comparator.comparingLong(this::statementNo);
    Comparator<Sale> payableNext = Comparator.comparing(sale -> !payable.contains(sale.key()));
    return sales.stream()
        .sorted(statedFirst.thenComparing(payableNext).thenComparing(Sale.IN_TIME))
        .toList();
  }

  /** After all others for what is in no statement. */
  private long statementNo(Sale sale) {
    Taken before = taken.get(sale.key());
    return before == null ? Long.MAX_VALUE : before.statementNo();
  }

  private Optional<Terms> terms(Sale sale) {
    Taken before = taken.get(sale.key());
    return before == null
        ? history.inForceAt(sale.rateTime())
        : Optional.of(history.version(before.termsVersion()));
  }

  private Placed placed(Sale sale, Terms terms) {
    String currency = terms.currencyOf(sale).orElse("");
    Month month = new Month(currency, terms.monthOf(sale.time()));
    long before = volumes.of(terms.tiers().basis(), month);
    volumes.add(sale, month);
    Placement next = Placement.of(Math.max(0, before), terms.tiers().lengthOf(sale));
    return new Placed(sale, terms, currency, next, month);
  }

  private Placement place(Placed placed) {
    Taken before = taken.get(placed.sale.key());
    if (before != null) {
      return before.place();
    }
    Tiers tiers = placed.terms.tiers();
    if (tiers.tiers().isEmpty()) {
      return Placement.START;
    }
    return tiers.mode() == TierMode.MARGINAL
        ? placed.next
        : Placement.of(Math.max(0, volumes.of(tiers.basis(), placed.month)), 0);
  }

  private Earning capped(Placed placed) {
    Placement place = place(placed);
    Sale sale = placed.sale;
    long gross = earned(placed, place, sale.earnedMinor(), sale.earnedMillionths());
    long net = earned(placed, place, sale.netMinor(), sale.netMillionths());
    Caps caps = placed.terms.caps();
    OptionalLong perOrder = caps.order().in(placed.currency);
    long grossOfOrder = least(gross, perOrder);
    long netOfOrder = least(net, perOrder);
    long paid =
        least(
            least(netOfOrder, room(caps.month(), placed, earnedInMonth, placed.month)),
            room(caps.total(), placed, earnedInTotal, placed.currency));
    earnedInMonth.merge(placed.month, paid, Long::sum);
    earnedInTotal.merge(placed.currency, paid, Long::sum);
    long reversed = grossOfOrder - netOfOrder;
    return new Earning(sale, placed.terms, place, placed.currency, paid + reversed, reversed);
  }

  private static long earned(Placed placed, Placement place, long baseMinor, long millionths) {
    Terms terms = placed.terms;
    if (placed.currency.isEmpty() || !terms.pays(placed.sale)) {
      return 0;
    }
    return terms
        .tiers()
        .at(
            place,
            terms.rate(),
            placed.currency,
            rate -> rate.exact(placed.sale.key().type(), placed.currency, baseMinor, millionths))
        .dividedHalfUp(MILLION);
  }

  private static <K> OptionalLong room(
      PerCurrency cap, Placed placed, Map<K, Long> earned, K where) {
    OptionalLong most = cap.in(placed.currency);
    return most.isEmpty()
        ? most
        : OptionalLong.of(Math.max(0, most.getAsLong() - earned.getOrDefault(where, 0L)));
  }

  private static long least(long amount, OptionalLong cap) {
    return cap.isPresent() ? Math.min(amount, cap.getAsLong()) : amount;
  }

  private record Month(String currency, YearMonth month) {}

  /** A sale with its terms, and the place that is the next one on the scale of its month. */
  private record Placed(Sale sale, Terms terms, String currency, Placement next, Month month) {}

  /** What months have brought so far; conversions of all currencies count together. */
  private static final class Volumes {
    private final Map<Month, Long> sales = new HashMap<>();
    private final Map<YearMonth, Long> conversions = new HashMap<>();

    void add(Sale sale, Month month) {
      sales.merge(month, sale.netMinor(), Long::sum);
      conversions.merge(month.month, sale.netMillionths(), Long::sum);
    }

    long of(TierBasis basis, Month month) {
      return basis == TierBasis.NET_SALES
          ? sales.getOrDefault(month, 0L)
          : conversions.getOrDefault(month.month, 0L);
    }
  }
}
