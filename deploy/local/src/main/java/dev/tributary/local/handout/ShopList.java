package dev.tributary.local.handout;

import dev.tributary.local.importing.CsvColumn;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The shop's export of its codes. */
final class ShopList {
  /** Shopify's column, and WooCommerce's. */
  private static final List<String> COLUMNS = List.of("code", "post_title");

  private ShopList() {}

  /**
   * The codes of a file.
   *
   * @throws IllegalArgumentException if it has no column of codes
   * @throws IOException if it cannot be read
   */
  static List<String> read(Path file) throws IOException {
    return CsvColumn.read(file, COLUMNS);
  }
}
