package dev.tributary.attribution.commission;

import dev.tributary.attribution.owner.Owner;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * What a collaboration earns, from a moment on.
 *
 * @param owner the collaboration
 * @param version numbered from 1 within the collaboration, in the order put
 * @param start from when on it holds
 * @param zone cuts the months of tiers, caps and fees
 * @param rate what a conversion earns below the tiers
 * @param tiers what it earns above
 * @param caps the most that is earned
 * @param firstPurchases how many purchases of a customer earn; 0 for all
 * @param holdingDays how long a commission waits before it may be paid
 * @param holdingStart from when on it waits
 * @param minimumPayout what is less is carried over
 * @param fees fixed fees
 * @param bonuses bonuses
 */
public record Terms(
    Owner owner,
    int version,
    Instant start,
    ZoneId zone,
    Rate rate,
    Tiers tiers,
    Caps caps,
    int firstPurchases,
    int holdingDays,
    HoldingStart holdingStart,
    PerCurrency minimumPayout,
    List<Fee> fees,
    List<Bonus> bonuses) {
  /** Keeps its own copies. */
  public Terms {
    fees = List.copyOf(fees);
    bonuses = List.copyOf(bonuses);
  }

  /** The same as another version. */
  public Terms numbered(int number) {
    return new Terms(
        owner,
        number,
        start,
        zone,
        rate,
        tiers,
        caps,
        firstPurchases,
        holdingDays,
        holdingStart,
        minimumPayout,
        fees,
        bonuses);
  }

  /** The month that a moment belongs to. */
  YearMonth monthOf(Instant time) {
    return YearMonth.from(time.atZone(zone));
  }

  /** The currency that a sale is paid in; empty when it earns nothing in any. */
  Optional<String> currencyOf(Sale sale) {
    return sale.currency().isEmpty()
        ? rate.currencyOf(sale.key().type())
        : Optional.of(sale.currency());
  }

  /** From when on a sale's commission may be paid. */
  Instant approvedFrom(Sale sale) {
    Instant start = holdingStart == HoldingStart.CONVERSION ? sale.time() : sale.lastPosting();
    return start.plus(Duration.ofDays(holdingDays));
  }

  /** Whether a sale is among those of its customer that earn. */
  boolean pays(Sale sale) {
    return firstPurchases == 0 || sale.purchaseNo() <= firstPurchases;
  }

  /** Whether what one sale earns depends on others. */
  public boolean looksAtOtherSales() {
    return !tiers.tiers().isEmpty()
        || !caps.month().equals(PerCurrency.NONE)
        || !caps.total().equals(PerCurrency.NONE);
  }
}
