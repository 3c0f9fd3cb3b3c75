package dev.tributary.attribution.commission;

import dev.tributary.attribution.conversion.ConversionKey;
import dev.tributary.runtime.money.Money;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What no statement has yet: for each sale the difference between what it earns and what statements
 * took, so that whatever changes about a month that is paid appears in the next statement. Pure.
 */
public final class OpenLines {
  private final Account account;
  private final Instant now;
  private final SortedMap<String, List<Line>> byCurrency = new TreeMap<>();

  private OpenLines(Account account, Instant now) {
    this.account = account;
    this.now = now;
  }

  /**
   * The open lines of a collaboration by currency: sales in the order of time, fees, bonuses.
   *
   * @param end what falls due before it
   * @param now what has waited long enough by then is approved
   */
  public static SortedMap<String, List<Line>> of(Account account, Instant end, Instant now) {
    OpenLines open = new OpenLines(account, now);
    List<Earning> earnings = open.earnings();
    earnings.forEach(open::addSale);
    open.addFees(end);
    open.addBonuses(end, earnings);
    return open.byCurrency;
  }

  /** What sales earn when a statement is written now, which takes what is approved. */
  private List<Earning> earnings() {
    List<Earning> earnings = Earnings.of(account.history(), account.sales(), account.taken());
    if (!account.history().looksAtOtherSales()) {
      return earnings;
    }
    Set<ConversionKey> approved =
        earnings.stream()
            .filter(earning -> state(earning) == LineState.APPROVED)
            .map(earning -> earning.sale().key())
            .collect(Collectors.toSet());
    return Earnings.of(account.history(), account.sales(), account.taken(), approved);
  }

  private void addSale(Earning earning) {
    if (earning.currency().isEmpty()) {
      return;
    }
    Sale sale = earning.sale();
    Taken before = account.taken().get(sale.key());
    LineState state = state(earning);
    Line line =
        new Line(
            LineKind.SALE,
            Optional.of(sale.key()),
            "",
            sale.time(),
            state,
            earning.terms().approvedFrom(sale),
            earning.terms().version(),
            earning.place(),
            before != null,
            sale.earnedMinor() - (before == null ? 0 : before.earnedMinor()),
            sale.refundedMinor() - (before == null ? 0 : before.refundedMinor()),
            earning.netMinor() - (before == null ? 0 : before.commissionMinor()));
    if (!line.isNothing() || state == LineState.REJECTED) {
      add(earning.currency(), line);
    }
  }

  /** What a statement has once, has passed its holding period; taking back never waits. */
  private LineState state(Earning earning) {
    Sale sale = earning.sale();
    boolean isTaken = account.taken().containsKey(sale.key());
    if (sale.standing() == Sale.Standing.HELD) {
      return LineState.HELD;
    }
    if (isTaken) {
      return LineState.APPROVED;
    }
    if (sale.standing() == Sale.Standing.REJECTED) {
      return LineState.REJECTED;
    }
    boolean waits =
        sale.standing() == Sale.Standing.UNPAID || earning.terms().approvedFrom(sale).isAfter(now);
    return waits ? LineState.PENDING : LineState.APPROVED;
  }

  private void addFees(Instant end) {
    for (DueFee fee : account.history().feesDue(end)) {
      if (!account.takenExtras().contains(fee.key())) {
        int version = account.history().inForceAt(fee.dueTime()).orElseThrow().version();
        add(
            fee.amount().currency(),
            Line.extra(LineKind.FEE, fee.key(), fee.dueTime(), version, fee.amount().minor()));
      }
    }
  }

  private void addBonuses(Instant end, List<Earning> earnings) {
    Instant last = end.minus(1, ChronoUnit.MICROS);
    Optional<Terms> terms = account.history().inForceAt(last);
    if (terms.isEmpty()) {
      return;
    }
    List<Earning> approved =
        earnings.stream().filter(earning -> state(earning) == LineState.APPROVED).toList();
    for (Bonus bonus : terms.get().bonuses()) {
      if (!account.takenExtras().contains(bonus.bonusId()) && isReached(bonus, approved)) {
        add(
            bonus.amount().currency(),
            Line.extra(
                LineKind.BONUS,
                bonus.bonusId(),
                last,
                terms.get().version(),
                bonus.amount().minor()));
      }
    }
  }

  private static boolean isReached(Bonus bonus, List<Earning> approved) {
    if (bonus.netSales().isEmpty()) {
      long millionths = approved.stream().mapToLong(each -> each.sale().netMillionths()).sum();
      return millionths >= bonus.conversionMillionths();
    }
    Money wanted = bonus.netSales().get();
    return approved.stream()
            .filter(each -> each.sale().currency().equals(wanted.currency()))
            .mapToLong(each -> each.sale().netMinor())
            .sum()
        >= wanted.minor();
  }

  private void add(String currency, Line line) {
    Objects.requireNonNull(byCurrency.computeIfAbsent(currency, absent -> new ArrayList<>()))
        .add(line);
  }
}
