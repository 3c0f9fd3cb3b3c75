package dev.tributary.local.importing;

import dev.tributary.attribution.v1.CommissionBonus;
import dev.tributary.attribution.v1.CommissionFee;
import dev.tributary.attribution.v1.CommissionRate;
import dev.tributary.attribution.v1.CommissionTier;
import dev.tributary.attribution.v1.ConversionType;
import dev.tributary.attribution.v1.FlatCommission;
import dev.tributary.runtime.api.ProtoTimes;
import dev.tributary.type.v1.Money;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cells of terms that hold several things, each {@code name=value}.
 *
 * @param cells whose zone the days of fees are at home in
 */
record TermsCells(Cells cells) {
  private static final String AMOUNT = "([0-9.]+) ?([A-Z]{3})";
  private static final Pattern MONEY = Pattern.compile(AMOUNT);
  private static final Pattern COUNT = Pattern.compile("[0-9]{1,18}");

  /** Amounts, joined by ';'. */
  List<Money> amounts(CsvRow row, String field) throws RowRejected {
    List<Money> amounts = new ArrayList<>();
    for (String text : row.list(field)) {
      amounts.add(money(field, text));
    }
    return amounts;
  }

  /** The rate below all tiers. */
  CommissionRate rate(CsvRow row) throws RowRejected {
    CommissionRate.Builder rate = CommissionRate.newBuilder();
    if (row.get("percent").isPresent()) {
      rate.setBasisPoints(basisPoints("percent", row.require("percent")));
    }
    for (String flat : row.list("flats")) {
      String[] parts = parts("flats", flat, "=");
      rate.addFlats(
          FlatCommission.newBuilder().setType(type(parts[0])).setAmount(money("flats", parts[1])));
    }
    return rate.build();
  }

  /** Rates from thresholds on. */
  List<CommissionTier> tiers(CsvRow row) throws RowRejected {
    List<CommissionTier> tiers = new ArrayList<>();
    for (String text : row.list("tiers")) {
      String[] parts = parts("tiers", text, "=");
      CommissionTier.Builder tier =
          CommissionTier.newBuilder()
              .setRate(CommissionRate.newBuilder().setBasisPoints(basisPoints("tiers", parts[1])));
      if (COUNT.matcher(parts[0]).matches()) {
        tier.setFromConversions(Long.parseLong(parts[0]));
      } else {
        tier.setFromSales(money("tiers", parts[0]));
      }
      tiers.add(tier.build());
    }
    return tiers;
  }

  /** Fixed fees. */
  List<CommissionFee> fees(CsvRow row) throws RowRejected {
    List<CommissionFee> fees = new ArrayList<>();
    for (String text : row.list("fees")) {
      String[] parts = parts("fees", text, "=");
      String[] when = parts[1].split("@", 2);
      CommissionFee.Builder fee =
          CommissionFee.newBuilder().setFeeId(parts[0]).setAmount(money("fees", when[0].strip()));
      if (when.length == 2) {
        fee.setDueTime(
            ProtoTimes.toProto(
                day("fees", when[1].strip()).atStartOfDay(cells.zone()).toInstant()));
      }
      fees.add(fee.build());
    }
    return fees;
  }

  /** Bonuses. */
  List<CommissionBonus> bonuses(CsvRow row) throws RowRejected {
    List<CommissionBonus> bonuses = new ArrayList<>();
    for (String text : row.list("bonuses")) {
      String[] parts = parts("bonuses", text, "=");
      String[] goal = parts("bonuses", parts[1], "@");
      CommissionBonus.Builder bonus =
          CommissionBonus.newBuilder().setBonusId(parts[0]).setAmount(money("bonuses", goal[0]));
      if (COUNT.matcher(goal[1]).matches()) {
        bonus.setConversions(Long.parseLong(goal[1]));
      } else {
        bonus.setNetSales(money("bonuses", goal[1]));
      }
      bonuses.add(bonus.build());
    }
    return bonuses;
  }

  private static String[] parts(String field, String text, String separator) throws RowRejected {
    String[] parts = text.split(separator, 2);
    if (parts.length != 2) {
      throw RowRejected.malformed(field, text, "a text with '" + separator + "' in it");
    }
    return new String[] {parts[0].strip(), parts[1].strip()};
  }

  private static Money money(String field, String text) throws RowRejected {
    Matcher matcher = MONEY.matcher(text);
    if (!matcher.matches()) {
      throw RowRejected.malformed(field, text, "an amount with its currency such as 25.00 EUR");
    }
    return Money.newBuilder()
        .setCurrencyCode(matcher.group(2))
        .setMinorUnits(Cells.amount(field, matcher.group(1), matcher.group(2)))
        .build();
  }

  private static int basisPoints(String field, String text) throws RowRejected {
    try {
      return new BigDecimal(text.replace("%", "").strip()).movePointRight(2).intValueExact();
    } catch (NumberFormatException | ArithmeticException unreadable) {
      throw RowRejected.malformed(field, text, "a percentage with up to 2 decimals such as 12.5");
    }
  }

  private static ConversionType type(String text) throws RowRejected {
    try {
      return ConversionType.valueOf("CONVERSION_TYPE_" + text.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException unknown) {
      throw RowRejected.malformed("flats", text, "a type such as purchase or lead");
    }
  }

  private static LocalDate day(String field, String text) throws RowRejected {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException unreadable) {
      throw RowRejected.malformed(field, text, "a day such as 2026-05-01");
    }
  }
}
