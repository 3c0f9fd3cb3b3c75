package dev.tributary.attribution.commission;

import dev.tributary.attribution.conversion.ConversionKey;
import dev.tributary.attribution.conversion.ConversionType;
import dev.tributary.attribution.owner.Owner;
import dev.tributary.runtime.money.Money;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Terms and sales with sensible defaults; a test changes what it is about. */
final class GivenTerms {
  static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");
  static final Owner ANNA = new Owner("col-anna", "anna", "spring");

  private Rate rate = new Rate(1_000, List.of());
  private Tiers tiers = Tiers.NONE;
  private Caps caps = Caps.NONE;
  private int firstPurchases;
  private int holdingDays;
  private HoldingStart holdingStart = HoldingStart.CONVERSION;
  private PerCurrency minimum = PerCurrency.NONE;
  private List<Fee> fees = List.of();
  private List<Bonus> bonuses = List.of();
  private Instant start = START;

  private GivenTerms() {}

  /** Ten percent of everything. */
  static GivenTerms terms() {
    return new GivenTerms();
  }

  GivenTerms paying(int basisPoints, FlatRate... flats) {
    rate = new Rate(basisPoints, List.of(flats));
    return this;
  }

  GivenTerms with(Tiers changed) {
    tiers = changed;
    return this;
  }

  GivenTerms with(Caps changed) {
    caps = changed;
    return this;
  }

  GivenTerms forFirst(int purchases) {
    firstPurchases = purchases;
    return this;
  }

  GivenTerms holding(int days, HoldingStart from) {
    holdingDays = days;
    holdingStart = from;
    return this;
  }

  GivenTerms payingFrom(long minor) {
    minimum = eur(minor);
    return this;
  }

  GivenTerms with(Fee... changed) {
    fees = List.of(changed);
    return this;
  }

  GivenTerms with(Bonus... changed) {
    bonuses = List.of(changed);
    return this;
  }

  GivenTerms from(Instant changed) {
    start = changed;
    return this;
  }

  Terms version(int number) {
    return new Terms(
        ANNA,
        number,
        start,
        ZoneOffset.UTC,
        rate,
        tiers,
        caps,
        firstPurchases,
        holdingDays,
        holdingStart,
        minimum,
        fees,
        bonuses);
  }

  TermsHistory only() {
    return new TermsHistory(List.of(version(1)));
  }

  static PerCurrency eur(long minor) {
    return PerCurrency.of(List.of(new Money("EUR", minor)));
  }

  static FlatRate perSignUp(long minor) {
    return new FlatRate(ConversionType.SIGN_UP, new Money("EUR", minor));
  }

  static Tier tier(long fromMinor, int basisPoints) {
    return new Tier("EUR", fromMinor, new Rate(basisPoints, List.of()));
  }

  static Tiers tiers(TierMode mode, Tier... tiers) {
    return new Tiers(TierBasis.NET_SALES, mode, List.of(tiers));
  }

  /** A purchase in March, so many hours into it. */
  static Sale sale(String orderId, int hours, long earnedMinor, long refundedMinor) {
    return sale(orderId, MARCH.plusSeconds(hours * 3_600L), earnedMinor, refundedMinor);
  }

  static Sale sale(String orderId, Instant time, long earnedMinor, long refundedMinor) {
    return new Sale(
        new ConversionKey("main", ConversionType.PURCHASE, orderId),
        time,
        time,
        "EUR",
        1,
        earnedMinor,
        refundedMinor,
        1_000_000,
        1_000_000,
        time,
        Sale.Standing.CLEAR);
  }

  static Sale inCurrency(Sale sale, String currency) {
    return new Sale(
        sale.key(),
        sale.time(),
        sale.rateTime(),
        currency,
        sale.purchaseNo(),
        sale.earnedMinor(),
        sale.refundedMinor(),
        sale.earnedMillionths(),
        sale.netMillionths(),
        sale.lastPosting(),
        sale.standing());
  }

  static Sale standing(Sale sale, Sale.Standing standing) {
    return new Sale(
        sale.key(),
        sale.time(),
        sale.rateTime(),
        sale.currency(),
        sale.purchaseNo(),
        sale.earnedMinor(),
        sale.refundedMinor(),
        sale.earnedMillionths(),
        sale.netMillionths(),
        sale.lastPosting(),
        standing);
  }

  static Sale numbered(Sale sale, int purchaseNo) {
    return new Sale(
        sale.key(),
        sale.time(),
        sale.rateTime(),
        sale.currency(),
        purchaseNo,
        sale.earnedMinor(),
        sale.refundedMinor(),
        sale.earnedMillionths(),
        sale.netMillionths(),
        sale.lastPosting(),
        sale.standing());
  }

  static Sale renewalOf(Sale sale, Instant firstPayment) {
    return new Sale(
        sale.key(),
        sale.time(),
        firstPayment,
        sale.currency(),
        sale.purchaseNo(),
        sale.earnedMinor(),
        sale.refundedMinor(),
        sale.earnedMillionths(),
        sale.netMillionths(),
        sale.lastPosting(),
        sale.standing());
  }

  /** A part of a sign-up in March. */
  static Sale signUp(String orderId, long millionths) {
    return new Sale(
        new ConversionKey("main", ConversionType.SIGN_UP, orderId),
        MARCH,
        MARCH,
        "",
        1,
        0,
        0,
        millionths,
        millionths,
        MARCH,
        Sale.Standing.CLEAR);
  }

  static Account account(TermsHistory history, Sale... sales) {
    return new Account(history, List.of(sales), Map.of(), Set.of(), Map.of());
  }

  static Fee monthly(String feeId, long minor) {
    return new Fee(feeId, new Money("EUR", minor), Optional.empty());
  }

  static Fee once(String feeId, long minor, Instant due) {
    return new Fee(feeId, new Money("EUR", minor), Optional.of(due));
  }
}
