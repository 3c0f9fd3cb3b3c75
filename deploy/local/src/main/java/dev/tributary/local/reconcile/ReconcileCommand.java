package dev.tributary.local.reconcile;

import dev.tributary.attribution.v1.ReconcileHeader;
import dev.tributary.attribution.v1.ReconcileResponse;
import dev.tributary.attribution.v1.ShopAmount;
import dev.tributary.local.client.ConnectOptions;
import dev.tributary.local.client.Peers;
import dev.tributary.local.importing.FileOptions;
import dev.tributary.local.importing.OrderFile;
import dev.tributary.local.output.Format;
import dev.tributary.runtime.api.ProtoTimes;
import dev.tributary.type.v1.TimeRange;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Compares the shop's orders with the ledger. */
@Command(
    name = "reconcile",
    description = {
      "Compares the shop's own list of orders with the ledger, by code and day, and says why",
      "they differ. The file is read as 'import --kind orders' reads it; nothing is recorded."
    },
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nEnds with:%n",
    exitCodeList = {
      "0:every difference has a reason",
      "1:a fault",
      "2:a difference is unexplained, a row cannot be read, or wrong use"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  tributary reconcile --preset shopify-orders --time-zone Europe/Berlin \\",
      "    --shop orders_export.csv",
      "  tributary reconcile --from 2026-05-01 --to 2026-05-31 --amount subtotal_less_tax \\",
      "    --format csv --shop orders.csv > days.csv"
    })
public final class ReconcileCommand implements Callable<Integer> {
  private static final int EXIT_DIFFERENT = 2;

  @Mixin private ConnectOptions connect = new ConnectOptions();

  @Mixin private FileOptions options = new FileOptions();

  @Option(
      names = "--shop",
      required = true,
      paramLabel = "FILE.csv",
      description = "The shop's orders. Its zone also cuts the days that are compared.")
  private Path shop = Path.of("");

  @Option(
      names = "--storefront",
      paramLabel = "ID",
      description = "Which shop; rows of others are passed over (default: ${DEFAULT-VALUE}).")
  private String storefront = "main";

  @Option(
      names = "--from",
      paramLabel = "DAY",
      description = "First day, such as 2026-05-01 (default: the file's).")
  private String from = "";

  @Option(names = "--to", paramLabel = "DAY", description = "Last day (default: the file's).")
  private String to = "";

  @Option(
      names = "--amount",
      paramLabel = "FIGURE",
      description =
          "What the shop's report adds up: subtotal, subtotal_less_tax or total (default: subtotal).")
  private Figure figure = Figure.SUBTOTAL;

  @Option(
      names = "--tolerance",
      paramLabel = "MINOR",
      description = "Let pass this much per order, in minor units such as cents (default: 0).")
  private long tolerance;

  @Option(names = "--all", description = "Show every code and day, not only those that differ.")
  private boolean all;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "table; json, all of the answer; or csv, every code and day (default: table).")
  private Format format = Format.TABLE;

  /** Figures that a shop's report may add up. */
  enum Figure {
    /** Items after discounts. */
    SUBTOTAL,
    /** The same without the tax in it. */
    SUBTOTAL_LESS_TAX,
    /** All that was paid. */
    TOTAL
  }

  @Override
  public Integer call() throws IOException {
    OrderFile file = new OrderFile(shop, options);
    try (Peers peers = connect.open()) {
      ReconcileHeader header = header(file);
      ReconcileCall call = new ReconcileCall(peers, header);
      Optional<Path> refused =
          file.read(
              order -> {
                if (isOfTheShop(order.conversion().getStorefrontId())) {
                  call.add(ListedOrder.of(order));
                }
              });
      ReconcileResponse answer = call.end();
      new ReconcileTables(header, answer).print(format, all, System.out);
      refused.ifPresent(rows -> System.err.println("rows that cannot be read: " + rows));
      return answer.getTiesOut() && refused.isEmpty() ? 0 : EXIT_DIFFERENT;
    } catch (NoSuchFileException missing) {
      throw new IllegalArgumentException(missing.getFile() + ": no such file", missing);
    }
  }

  private boolean isOfTheShop(String id) {
    return (id.isEmpty() ? "main" : id).equals(storefront);
  }

  private ReconcileHeader header(OrderFile file) throws IOException {
    ZoneId zone = file.zone();
    Optional<OrderFile.Days> days = from.isEmpty() || to.isEmpty() ? file.days() : Optional.empty();
    LocalDate first = day("--from", from, days.map(OrderFile.Days::first));
    LocalDate last = day("--to", to, days.map(OrderFile.Days::last));
    if (last.isBefore(first)) {
      throw new IllegalArgumentException(
          "--to: %s (expected: not before %s)".formatted(last, first));
    }
    return ReconcileHeader.newBuilder()
        .setStorefrontId(storefront)
        .setTimeRange(
            TimeRange.newBuilder()
                .setStartTime(ProtoTimes.toProto(first.atStartOfDay(zone).toInstant()))
                .setEndTime(ProtoTimes.toProto(last.plusDays(1).atStartOfDay(zone).toInstant())))
        .setTimeZone(zone.getId())
        .setShopAmount(ShopAmount.valueOf("SHOP_AMOUNT_" + figure.name()))
        .setToleranceMinor(tolerance)
        .build();
  }

  private LocalDate day(String option, String text, Optional<LocalDate> ofFile) {
    if (text.isEmpty()) {
      return ofFile.orElseThrow(
          () ->
              new IllegalArgumentException(
                  shop + ": no order with a time (expected: --from, --to)"));
    }
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException unreadable) {
      throw new IllegalArgumentException(
          "%s: '%s' (expected: a day such as 2026-05-01)".formatted(option, text), unreadable);
    }
  }
}
