package dev.tributary.attribution.reconciliation;

import dev.tributary.attribution.promocode.CodeKey;
import dev.tributary.runtime.money.Split;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One order on both sides.
 *
 * @param shop where the shop's report has it
 * @param ours where the ledger has it
 * @param differences what leads from the one to the other: they add up to ours less shop's in every
 *     line
 */
record Comparison(Cells shop, Cells ours, List<Difference> differences) {

  /** An order that was recorded and that the shop does not list. */
  static Comparison onlyHere(OurOrder ours, Terms terms) {
    Bridge bridge = new Bridge(ours.orderId(), Cells.NONE);
    Cells cells = ours.cells(terms);
    bridge.to(cells, DifferenceClass.MISSING_THERE, "the shop does not list it");
    return new Comparison(Cells.NONE, cells, bridge.differences());
  }

  /**
   * An order that the shop lists and that was never recorded.
   *
   * @param heldMinor what refunds that wait for it give back, in minor units
   */
  static Comparison onlyThere(ShopOrder shop, long heldMinor, Terms terms) {
    Cells cells = shop.cells(terms);
    Bridge bridge = new Bridge(shop.orderId(), cells);
    if (!cells.minor().isEmpty()) {
      long held = Math.min(heldMinor, shop.refundedMinor());
      bridge.to(
          shop.cells(terms, shop.netMinor(terms) + held),
          DifferenceClass.HELD,
          "a refund waits for its order");
      bridge.to(Cells.NONE, DifferenceClass.MISSING_HERE, "never recorded");
    }
    return new Comparison(cells, Cells.NONE, bridge.differences());
  }

  /** An order that both have. */
  static Comparison ofBoth(ShopOrder shop, OurOrder ours, Terms terms) {
    Cells there = shop.cells(terms);
    Cells here = ours.cells(terms);
    Bridge bridge = new Bridge(shop.orderId(), there);
    Optional<DifferenceClass> whole = whole(shop, ours, terms);
    if (whole.isPresent()) {
      bridge.to(here, whole.get(), wholeMessage(shop, ours, whole.get()));
    } else if (shop.currency().equals(ours.currency())) {
      walk(bridge, shop, ours, terms);
    }
    bridge.to(here, DifferenceClass.UNEXPLAINED, unexplained(shop, ours, terms));
    return new Comparison(there, here, bridge.differences());
  }

  /** Why one side does not count the order at all, if one does not. */
  private static Optional<DifferenceClass> whole(ShopOrder shop, OurOrder ours, Terms terms) {
    if (shop.test() || ours.test()) {
      return Optional.of(DifferenceClass.TEST);
    }
    if (shop.cancelled() || ours.voided()) {
      return Optional.of(DifferenceClass.REFUND);
    }
    return terms.covers(shop.time()) && terms.covers(ours.time())
        ? Optional.empty()
        : Optional.of(DifferenceClass.TIME_ZONE);
  }

  private static String wholeMessage(ShopOrder shop, OurOrder ours, DifferenceClass whole) {
    return switch (whole) {
      case TEST -> shop.test() ? "a test in the shop" : "a test here";
      case REFUND -> shop.cancelled() ? "cancelled in the shop" : "its payment is voided here";
      default -> "%s in the shop, %s here".formatted(shop.time(), ours.time());
    };
  }

  private static void walk(Bridge bridge, ShopOrder shop, OurOrder ours, Terms terms) {
    long minor = shop.netMinor(terms);
    for (AmountPart part : AmountPart.of(shop, ours, terms)) {
      minor += part.minor();
      bridge.to(shop.cells(terms, minor), part.why(), part.message());
    }
    bridge.to(
        bridge.at().moved(cell -> cell.on(terms.day(ours.time()))),
        DifferenceClass.TIME_ZONE,
        "%s in the shop, %s here".formatted(shop.time(), ours.time()));
    bridge.to(
        bridge
            .at()
            .moved(cell -> ours.spelling(CodeKey.of(cell.code())).map(cell::of).orElse(cell)),
        DifferenceClass.CODE_SPELLING,
        "written in two ways");
    if (areOfTheSameCodes(shop, ours)) {
      bridge.to(
          credited(minor, ours.cells(terms)).orElse(bridge.at()),
          DifferenceClass.POLICY,
          "the rules credit it otherwise; see ExplainAttribution");
    }
  }

  /** Whether both tell the same codes, as far as these have any part in the difference. */
  private static boolean areOfTheSameCodes(ShopOrder shop, OurOrder ours) {
    Set<String> listed =
        shop.codes().stream().map(code -> CodeKey.of(code.code())).collect(Collectors.toSet());
    return ours.codeKeys().containsAll(listed)
        && ours.credits().stream()
            .allMatch(
                credit ->
                    credit.codeKey().isEmpty()
                        || listed.contains(credit.codeKey())
                        // Not typed here, so it is the code of an earlier order.
                        || !ours.codeKeys().contains(credit.codeKey()));
  }

  /** An amount divided as the ledger divides the order; empty if nothing of it is left. */
  private static Optional<Cells> credited(long minor, Cells ours) {
    List<Cell> cells = List.copyOf(ours.minor().keySet());
    long[] weights = cells.stream().mapToLong(cell -> ours.minor().get(cell)).toArray();
    if (ours.sum() == 0) {
      return Optional.empty();
    }
    long[] parts = Split.byWeights(minor, weights);
    Map<Cell, Long> divided = new HashMap<>();
    for (int i = 0; i < parts.length; i++) {
      divided.put(cells.get(i), parts[i]);
    }
    return Optional.of(new Cells(divided));
  }

  private static String unexplained(ShopOrder shop, OurOrder ours, Terms terms) {
    return "%s %d in the shop, %s %d here; codes %s and %s"
        .formatted(
            shop.currency(),
            shop.netMinor(terms),
            ours.currency(),
            ours.netMinor(),
            shop.codes().stream().map(code -> CodeKey.of(code.code())).sorted().toList(),
            ours.codeKeys().stream().sorted().toList());
  }
}
