package dev.tributary.attribution.commission;

import dev.tributary.attribution.conversion.ConversionType;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/**
 * What a conversion earns: a part of its credited amount and a fixed amount, added.
 *
 * @param basisPoints the part, in hundredths of a percent
 * @param flats fixed amounts, at most one for each type and currency
 */
public record Rate(int basisPoints, List<FlatRate> flats) {
  /** Earns nothing. */
  public static final Rate NOTHING = new Rate(0, List.of());

  private static final BigInteger MILLIONTHS_PER_BASIS_POINT = BigInteger.valueOf(100);

  /** Keeps its own copy. */
  public Rate {
    flats = List.copyOf(flats);
  }

  /**
   * What an amount and a part of a conversion earn, exactly, in millionths of a minor unit.
   *
   * @param baseMinor the credited amount
   * @param millionths the part of the conversion
   */
  BigInteger exact(ConversionType type, String currency, long baseMinor, long millionths) {
    BigInteger part =
        BigInteger.valueOf(baseMinor)
            .multiply(BigInteger.valueOf(basisPoints))
            .multiply(MILLIONTHS_PER_BASIS_POINT);
    return part.add(BigInteger.valueOf(millionths).multiply(flat(type, currency)));
  }

  /** The currency that a conversion without an amount is paid in: that of its type's first flat. */
  Optional<String> currencyOf(ConversionType type) {
    return flats.stream()
        .filter(flat -> flat.type().equals(type))
        .map(flat -> flat.amount().currency())
        .findFirst();
  }

  private BigInteger flat(ConversionType type, String currency) {
    return flats.stream()
        .filter(flat -> flat.type().equals(type) && flat.amount().currency().equals(currency))
        .map(flat -> BigInteger.valueOf(flat.amount().minor()))
        .findFirst()
        .orElse(BigInteger.ZERO);
  }
}
