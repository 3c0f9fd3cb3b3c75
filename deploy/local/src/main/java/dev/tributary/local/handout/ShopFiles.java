package dev.tributary.local.handout;

import dev.tributary.attribution.v1.PromoCode;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Collection;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** The codes as files that shops take in. */
final class ShopFiles {
  private static final List<String> SHOPIFY = List.of("code", "value_type", "value");
  private static final List<String> WOOCOMMERCE =
      List.of("post_title", "post_excerpt", "post_status", "discount_type", "coupon_amount");

  private ShopFiles() {}

  /** Under the names of Shopify's price rules; the value is negative there. */
  static String shopify(Terms terms, Collection<PromoCode> codes) throws IOException {
    return csv(
        SHOPIFY,
        codes,
        code -> List.of(code.getCode(), "percentage", "-" + terms.discount() + ".0"));
  }

  /** Under the names of WooCommerce's coupons; the excerpt says whose code it is. */
  static String wooCommerce(Terms terms, Collection<PromoCode> codes) throws IOException {
    return csv(
        WOOCOMMERCE,
        codes,
        code ->
            List.of(
                code.getCode(),
                code.getOwner().getCollaborationId(),
                "publish",
                "percent",
                terms.discount()));
  }

  private interface RowOf {
    List<String> of(PromoCode code);
  }

  private static String csv(List<String> header, Collection<PromoCode> codes, RowOf row)
      throws IOException {
    StringWriter text = new StringWriter();
    CSVFormat format = CSVFormat.DEFAULT.builder().setHeader(header.toArray(String[]::new)).get();
    try (CSVPrinter printer = new CSVPrinter(text, format)) {
      for (PromoCode code : codes) {
        printer.printRecord(row.of(code));
      }
    }
    return text.toString();
  }
}
