package dev.tributary.local.importing;

import dev.tributary.local.output.ProgressBar;
import dev.tributary.local.output.Terminal;
import dev.tributary.runtime.money.Currencies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A shop's file of orders, read and not sent; it is as large as it likes. */
public final class OrderFile {
  private final Path path;
  private final FileOptions options;
  private final ImportPlan plan;

  /**
   * A file that is read as the options say.
   *
   * @throws IllegalArgumentException if its rows are no orders
   */
  public OrderFile(Path path, FileOptions options) {
    this.path = path;
    this.options = options;
    this.plan =
        options.plan(options.preset().isPresent() ? Optional.empty() : Optional.of(Kind.ORDERS));
    if (plan.kind() != Kind.ORDERS) {
      throw new IllegalArgumentException(
          "--preset %s: rows are %s (expected: orders)"
              .formatted(options.preset().orElse(""), plan.kind().meaning()));
    }
  }

  /** The zone in which times without an offset are at home. */
  public ZoneId zone() {
    return plan.zone();
  }

  /**
   * First and last day of its orders.
   *
   * @param first first day
   * @param last last day, inclusive
   */
  public record Days(LocalDate first, LocalDate last) {}

  /**
   * The days of its orders in its zone.
   *
   * @return empty if no row has a time
   * @throws IOException if it cannot be read
   */
  public Optional<Days> days() throws IOException {
    Cells cells = cells();
    Optional<Days> days = Optional.empty();
    try (CsvFile file = options.open(path, plan)) {
      var leftOut = plan.leftOut().reading();
      for (CsvRow row : file) {
        if (!leftOut.test(row)) {
          days = with(days, day(cells, row));
        }
      }
    }
    return days;
  }

  /**
   * Hands over its orders, row by row. A row that cannot be read is noted in the file of refused
   * rows.
   *
   * @return the refused rows' file, if there are any
   * @throws IOException if it cannot be read
   */
  public Optional<Path> read(Consumer<ShopOrder> taker) throws IOException {
    // A cancellation without a time is one all the same; when does not matter to who only reads.
    Instant now = Files.getLastModifiedTime(path).toInstant().truncatedTo(ChronoUnit.SECONDS);
    OrderRows rows = OrderRows.of(cells(), options.joins(plan), now);
    try (CsvFile file = options.open(path, plan);
        Rejects rejects = new Rejects(options.rejectsOf(path))) {
      ImportCounts counts =
          CsvImport.run(
              file,
              new Taker(rows, taker),
              plan.leftOut().reading(),
              Optional.empty(),
              rejects,
              new ProgressBar(
                  System.err, Terminal.isWatched(), "shop's orders", FileOptions.rows(path)));
      return counts.refused() > 0 ? Optional.of(rejects.file()) : Optional.empty();
    }
  }

  private Cells cells() {
    return new Cells(plan.zone(), plan.formats());
  }

  /** Nothing for a row without a time that can be read: it is refused when the file is read. */
  private static Optional<LocalDate> day(Cells cells, CsvRow row) {
    try {
      return Optional.of(cells.time(row, "time").atZone(cells.zone()).toLocalDate());
    } catch (RowRejected refusedLater) {
      return Optional.empty();
    }
  }

  private static Optional<Days> with(Optional<Days> days, Optional<LocalDate> day) {
    if (days.isEmpty() || day.isEmpty()) {
      return days.or(() -> day.map(only -> new Days(only, only)));
    }
    Days known = days.get();
    LocalDate other = day.get();
    return Optional.of(
        new Days(
            other.isBefore(known.first()) ? other : known.first(),
            other.isAfter(known.last()) ? other : known.last()));
  }

  /**
   * Reads rows and sends nothing.
   *
   * @param taker gets each order
   */
  private record Taker(OrderRows rows, Consumer<ShopOrder> taker) implements RowSink {
    @Override
    public void add(CsvRow row) throws RowRejected {
      ShopOrder order = rows.parse(row);
      if (order.paidMinor() < 0 || order.refundedMinor() < 0) {
        throw RowRejected.malformed(
            "total",
            Currencies.format(order.conversion().getCurrencyCode(), order.paidMinor()),
            "amounts that add up to 0 or more");
      }
      taker.accept(order);
    }

    @Override
    public List<Outcome> flush() {
      return List.of();
    }

    @Override
    public List<Outcome> finish() {
      return List.of();
    }

    @Override
    public boolean holdsRows() {
      return false;
    }

    @Override
    public void drop() {}

    @Override
    public List<String> summary() {
      return List.of();
    }
  }
}
