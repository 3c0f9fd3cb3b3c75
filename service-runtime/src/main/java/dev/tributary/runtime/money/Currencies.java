package dev.tributary.runtime.money;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The currencies of ISO 4217 and the number of decimals of each.
 *
 * <p>The table is ours and not the JDK's: the JDK's follows its release (17 lacks UYW, and keeps
 * the German mark), and the same order must be read alike by every JVM. It holds the active codes
 * of list one, fund codes included, and those withdrawn since 2017, because old orders are imported
 * too. Metals, test codes and units without a minor unit are no money to us.
 */
public final class Currencies {
  private static final String WITHOUT_DECIMALS =
      "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF";

  private static final String WITH_TWO_DECIMALS =
      """
      AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW
      CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF
      IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK
      MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP
      SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XAD XCD XCG
      YER ZAR ZMW ZWG""";

  private static final String WITHDRAWN_WITH_TWO_DECIMALS = "ANG BGN CUC HRK MRO SLL STD VEF ZWL";

  private static final String WITH_THREE_DECIMALS = "BHD IQD JOD KWD LYD OMR TND";

  private static final String WITH_FOUR_DECIMALS = "CLF UYW";

  private static final Map<String, Integer> EXPONENTS = exponents();

  /** A sign, digits without grouping, and decimals after a point. */
  private static final Pattern DECIMAL = Pattern.compile("[+-]?\\d{1,19}(\\.(\\d{1,9}))?");

  private Currencies() {}

  /** Whether the code, in upper case, is a currency we accept. */
  public static boolean isKnown(String code) {
    return EXPONENTS.containsKey(code);
  }

  /**
   * Number of decimals between the currency's unit and its minor unit, 0-4.
   *
   * @throws IllegalArgumentException if the currency is unknown
   */
  public static int exponent(String code) {
    Integer exponent = EXPONENTS.get(code);
    if (exponent == null) {
      throw new IllegalArgumentException(
          "currency: " + code + " (expected: an ISO 4217 code such as EUR)");
    }
    return exponent;
  }

  /**
   * The amount in whole units with the currency's decimals, without grouping: 123456 EUR is {@code
   * 1234.56}.
   */
  public static String format(String code, long minor) {
    return BigDecimal.valueOf(minor, exponent(code)).toPlainString();
  }

  /**
   * Reads {@code 12.34} as 1234 minor units of the currency. Fewer decimals than the currency has
   * are filled up; more are refused even if they are zeros, since {@code 1.000} EUR is as likely a
   * thousand as it is one.
   *
   * @throws IllegalArgumentException if the currency is unknown or the text is not such a number
   */
  public static long parseMinor(String code, String decimal) {
    int exponent = exponent(code);
    var match = DECIMAL.matcher(decimal);
    if (!match.matches() || (match.group(2) != null && match.group(2).length() > exponent)) {
      throw unreadable(code, decimal, exponent);
    }
    try {
      return new BigDecimal(decimal).movePointRight(exponent).longValueExact();
    } catch (ArithmeticException tooLarge) {
      throw unreadable(code, decimal, exponent);
    }
  }

  private static IllegalArgumentException unreadable(String code, String decimal, int exponent) {
    return new IllegalArgumentException(
        "amount: '%s' (expected: a number of %s with a point and at most %d decimals, no grouping)"
            .formatted(decimal, code, exponent));
  }

  private static Map<String, Integer> exponents() {
    var exponents = new TreeMap<String, Integer>();
    put(exponents, WITHOUT_DECIMALS, 0);
    put(exponents, WITH_TWO_DECIMALS, 2);
    put(exponents, WITHDRAWN_WITH_TWO_DECIMALS, 2);
    put(exponents, WITH_THREE_DECIMALS, 3);
    put(exponents, WITH_FOUR_DECIMALS, 4);
    return Map.copyOf(exponents);
  }

  private static void put(Map<String, Integer> exponents, String codes, int exponent) {
    for (String code : codes.split("\\s+", -1)) {
      exponents.put(code, exponent);
    }
  }
}
