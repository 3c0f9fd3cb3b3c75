package dev.tributary.local.handout;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/** The shop's export of its codes. */
final class ShopList {
  /** Shopify's column, and WooCommerce's. */
  private static final Set<String> COLUMNS = Set.of("code", "post_title");

  private ShopList() {}

  /**
   * The codes of a file.
   *
   * @throws IllegalArgumentException if it has no column of codes
   */
  static List<String> read(Path file) throws IOException {
    CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    try (CSVParser rows = CSVParser.parse(file, StandardCharsets.UTF_8, format)) {
      String column =
          rows.getHeaderNames().stream()
              .filter(name -> COLUMNS.contains(plain(name)))
              .findFirst()
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "%s: columns %s (expected: one named code or post_title)"
                              .formatted(file, rows.getHeaderNames())));
      return rows.stream()
          .map(row -> row.get(column).strip())
          .filter(code -> !code.isEmpty())
          .toList();
    }
  }

  /** Spreadsheets write a byte-order mark in front of the first name. */
  private static String plain(String column) {
    return column.replace("\uFEFF", "").strip().toLowerCase(Locale.ROOT);
  }
}
