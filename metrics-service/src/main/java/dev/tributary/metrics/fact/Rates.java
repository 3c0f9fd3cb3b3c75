package dev.tributary.metrics.fact;

import dev.tributary.runtime.money.Currencies;
import dev.tributary.runtime.money.Money;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Map.Entry;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Exchange rates by day. Central banks publish none on weekends and holidays, so the newest rate of
 * the {@value #AGE_DAYS_MAX} days before counts when the day itself has none; an older one is no
 * rate, and never a later one.
 */
public final class Rates {
  /** How many days a rate may be older than the amount it converts. */
  public static final int AGE_DAYS_MAX = 7;

  /** No rates at all. */
  public static final Rates NONE = new Rates(Map.of());

  private static final BigInteger NANOS = BigInteger.valueOf(1_000_000_000L);

  private final Map<Pair, NavigableMap<LocalDate, Long>> nanosByPair;

  private Rates(Map<Pair, NavigableMap<LocalDate, Long>> nanosByPair) {
    this.nanosByPair = nanosByPair;
  }

  /** Rates of a workspace, each pair and day once, in any order. */
  public static Rates of(Collection<ExchangeRate> rates) {
    Map<Pair, NavigableMap<LocalDate, Long>> nanosByPair = new HashMap<>();
    for (ExchangeRate rate : rates) {
      nanosByPair
          .computeIfAbsent(new Pair(rate.base(), rate.quote()), pair -> new TreeMap<>())
          .put(rate.date(), rate.rateNanos());
    }
    return new Rates(nanosByPair);
  }

  /**
   * The amount in another currency, by the direct or the inverse rate, whichever is newer; the
   * direct one when both are of one day. Rounded half-even to the minor unit, once.
   *
   * @return nothing without a rate, or when the result does not fit into 64 bits
   */
  public Optional<Money> convert(Money amount, String currency, LocalDate date) {
    if (amount.currency().equals(currency)) {
      return Optional.of(amount);
    }
    Optional<Entry<LocalDate, Long>> direct = newest(amount.currency(), currency, date);
    Optional<Entry<LocalDate, Long>> inverse = newest(currency, amount.currency(), date);
    if (direct.isPresent() && !isNewer(inverse, direct.get())) {
      BigInteger nanos = BigInteger.valueOf(direct.get().getValue());
      return rounded(amount, currency, nanos, NANOS);
    }
    return inverse.flatMap(
        entry -> rounded(amount, currency, NANOS, BigInteger.valueOf(entry.getValue())));
  }

  private static boolean isNewer(
      Optional<Entry<LocalDate, Long>> rate, Entry<LocalDate, Long> than) {
    return rate.isPresent() && rate.get().getKey().isAfter(than.getKey());
  }

  private Optional<Entry<LocalDate, Long>> newest(String base, String quote, LocalDate date) {
    NavigableMap<LocalDate, Long> byDate =
        nanosByPair.getOrDefault(new Pair(base, quote), new TreeMap<>());
    return Optional.ofNullable(byDate.floorEntry(date))
        .filter(entry -> !entry.getKey().isBefore(date.minusDays(AGE_DAYS_MAX)));
  }

  private static Optional<Money> rounded(
      Money amount, String currency, BigInteger numerator, BigInteger denominator) {
    int shift = Currencies.exponent(currency) - Currencies.exponent(amount.currency());
    BigInteger minor =
        new BigDecimal(BigInteger.valueOf(amount.minor()).multiply(numerator))
            .scaleByPowerOfTen(shift)
            .divide(new BigDecimal(denominator), 0, RoundingMode.HALF_EVEN)
            .toBigIntegerExact();
    return minor.bitLength() < Long.SIZE
        ? Optional.of(new Money(currency, minor.longValueExact()))
        : Optional.empty();
  }

  private record Pair(String base, String quote) {}
}
