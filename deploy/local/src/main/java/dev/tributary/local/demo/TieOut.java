package dev.tributary.local.demo;

import dev.tributary.attribution.v1.CreditSource;
import dev.tributary.attribution.v1.CreditSummary;
import dev.tributary.runtime.money.Currencies;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * Holds the ledger against the shop's own export. The export is read back from its file and added
 * up in decimals, without anything of the suite.
 *
 * @param byCurrency one comparison per currency
 */
record TieOut(SortedMap<String, Line> byCurrency) {
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

  /**
   * One currency, in its units.
   *
   * @param shop net sales by the export, refunds not taken off
   * @param shopRefunded net sales given back by the export, cancelled orders included
   * @param codes credited by code
   * @param links credited by link
   * @param unattributed credited to nobody
   * @param refunded taken back by the ledger
   */
  record Line(
      BigDecimal shop,
      BigDecimal shopRefunded,
      BigDecimal codes,
      BigDecimal links,
      BigDecimal unattributed,
      BigDecimal refunded) {
    static final Line NOTHING =
        new Line(
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            BigDecimal.ZERO);

    /** What the shop sold and the ledger does not know, or the other way round. */
    BigDecimal difference() {
      return shop.subtract(codes).subtract(links).subtract(unattributed);
    }

    /** The same for refunds. */
    BigDecimal refundDifference() {
      return shopRefunded.subtract(refunded);
    }

    boolean tiesOut() {
      return difference().signum() == 0 && refundDifference().signum() == 0;
    }

    private Line plusShop(BigDecimal sold, BigDecimal givenBack) {
      return new Line(
          shop.add(sold), shopRefunded.add(givenBack), codes, links, unattributed, refunded);
    }

    private Line plusCredit(CreditSource source, BigDecimal gross, BigDecimal takenBack) {
      return new Line(
          shop,
          shopRefunded,
          source == CreditSource.CREDIT_SOURCE_CODE ? codes.add(gross) : codes,
          source == CreditSource.CREDIT_SOURCE_LINK ? links.add(gross) : links,
          source == CreditSource.CREDIT_SOURCE_UNATTRIBUTED
              ? unattributed.add(gross)
              : unattributed,
          refunded.add(takenBack));
    }
  }

  /** Compares the export with the ledger's credits by source. */
  static TieOut of(Path export, List<CreditSummary> credits) {
    SortedMap<String, Line> lines = new TreeMap<>();
    try (Reader reader = Files.newBufferedReader(export)) {
      for (CSVRecord row : FORMAT.parse(reader)) {
        if (!isTrue(row, "test")) {
          lines.compute(
              row.get("currency"),
              (currency, sum) -> addShop(sum == null ? Line.NOTHING : sum, row));
        }
      }
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
    for (CreditSummary credit : credits) {
      lines.compute(
          credit.getCurrencyCode(),
          (currency, sum) ->
              (sum == null ? Line.NOTHING : sum)
                  .plusCredit(
                      credit.getSource(),
                      decimal(currency, credit.getGrossMinor()),
                      decimal(currency, credit.getRefundedMinor())));
    }
    return new TieOut(lines);
  }

  /** Whether every currency ties out. */
  boolean isExact() {
    return byCurrency.values().stream().allMatch(Line::tiesOut);
  }

  private static Line addShop(Line sum, CSVRecord row) {
    BigDecimal sold = netSales(row, "line_items", "discounts", "tax");
    BigDecimal givenBack =
        isTrue(row, "cancelled")
            ? sold
            : netSales(row, "refunded_items", "refunded_discounts", "refunded_tax");
    return sum.plusShop(sold, givenBack);
  }

  private static BigDecimal netSales(CSVRecord row, String items, String discounts, String tax) {
    BigDecimal listed = new BigDecimal(row.get(items)).subtract(new BigDecimal(row.get(discounts)));
    return isTrue(row, "taxes_included") ? listed.subtract(new BigDecimal(row.get(tax))) : listed;
  }

  private static boolean isTrue(CSVRecord row, String column) {
    return row.get(column).equals("TRUE");
  }

  private static BigDecimal decimal(String currency, long minor) {
    return new BigDecimal(Currencies.format(currency, minor));
  }
}
