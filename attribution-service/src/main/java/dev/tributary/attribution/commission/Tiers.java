package dev.tributary.attribution.commission;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * Rates that rise with what a month brings.
 *
 * @param basis what is counted
 * @param mode to what a tier applies
 * @param tiers in any order; each currency's thresholds are different
 */
public record Tiers(TierBasis basis, TierMode mode, List<Tier> tiers) {
  /** Without tiers the terms' own rate holds for everything. */
  public static final Tiers NONE = new Tiers(TierBasis.NET_SALES, TierMode.MARGINAL, List.of());

  /** Keeps them by threshold. */
  public Tiers {
    tiers = tiers.stream().sorted(Comparator.comparingLong(Tier::from)).toList();
  }

  /** How much of the scale a sale takes up. */
  long lengthOf(Sale sale) {
    return basis == TierBasis.NET_SALES ? sale.netMinor() : sale.netMillionths();
  }

  /**
   * What is earned at a place of the scale, exactly, in millionths of a minor unit: where a place
   * passes several tiers, each earns its part of the place.
   *
   * @param base the rate below the lowest tier
   * @param currency whose scale it is
   * @param earnedAt what everything would earn at one rate
   */
  Fraction at(Placement place, Rate base, String currency, Function<Rate, BigInteger> earnedAt) {
    List<Tier> scale = scale(base, currency);
    if (place.length() == 0) {
      return new Fraction(earnedAt.apply(rateAt(scale, place.from())), BigInteger.ONE);
    }
    BigInteger sum = BigInteger.ZERO;
    for (int i = 0; i < scale.size(); i++) {
      long end = i + 1 < scale.size() ? scale.get(i + 1).from() : Long.MAX_VALUE;
      long passed = place.overlap(scale.get(i).from(), end);
      if (passed > 0) {
        sum = sum.add(earnedAt.apply(scale.get(i).rate()).multiply(BigInteger.valueOf(passed)));
      }
    }
    return new Fraction(sum, BigInteger.valueOf(place.length()));
  }

  private List<Tier> scale(Rate base, String currency) {
    List<Tier> scale = new ArrayList<>();
    scale.add(new Tier(currency, Long.MIN_VALUE, base));
    tiers.stream()
        .filter(tier -> basis == TierBasis.CONVERSIONS || tier.currency().equals(currency))
        .forEach(scale::add);
    return scale;
  }

  private static Rate rateAt(List<Tier> scale, long at) {
    Rate rate = scale.get(0).rate();
    for (Tier tier : scale) {
      if (tier.from() <= at) {
        rate = tier.rate();
      }
    }
    return rate;
  }
}
