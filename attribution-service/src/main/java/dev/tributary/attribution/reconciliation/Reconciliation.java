package dev.tributary.attribution.reconciliation;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Adds comparisons up. Of single differences and lines it keeps a bounded number to list. */
final class Reconciliation {
  static final int DIFFERENCES_LISTED_MAX = 1_000;
  static final int LINES_LISTED_MAX = 20_000;

  /** What is looked at first; total, so that the same orders give the same list. */
  private static final Comparator<Difference> ORDER =
      Comparator.comparing((Difference each) -> each.why() != DifferenceClass.UNEXPLAINED)
          .thenComparing(each -> Math.abs(each.amountMinor()), Comparator.reverseOrder())
          .thenComparing(Difference::orderId)
          .thenComparing(Difference::why)
          .thenComparing(Difference::cell);

  private final SortedMap<String, Line> currencies = new TreeMap<>();
  private final SortedMap<Cell, Line> lines = new TreeMap<>();
  private final SortedMap<ClassKey, ClassSum> classes = new TreeMap<>();

  /** The last of the list first, so that it can be taken out. */
  private final PriorityQueue<Difference> listed = new PriorityQueue<>(ORDER.reversed());

  private long differenceCount;

  /** Takes an order in. */
  void add(Comparison comparison) {
    addSide(comparison.shop(), false);
    addSide(comparison.ours(), true);
    Set<ClassKey> seen = new HashSet<>();
    for (Difference difference : comparison.differences()) {
      ClassKey key = new ClassKey(difference.cell().currency(), difference.why());
      long minor = difference.amountMinor();
      classes.merge(
          key, new ClassSum(seen.add(key) ? 1 : 0, minor, Math.abs(minor)), ClassSum::plus);
      list(difference);
    }
  }

  /** All that was taken in. */
  Reconciled result() {
    return new Reconciled(
        currencies,
        listedLines(),
        lines.size(),
        classes,
        listed.stream().sorted(ORDER).toList(),
        differenceCount);
  }

  private void addSide(Cells cells, boolean isOurs) {
    Set<String> seen = new HashSet<>();
    cells
        .minor()
        .forEach(
            (cell, minor) -> {
              int order = seen.add(cell.currency()) ? 1 : 0;
              currencies.merge(cell.currency(), line(isOurs, order, minor), Line::plus);
              lines.merge(cell, line(isOurs, 1, minor), Line::plus);
            });
  }

  private static Line line(boolean isOurs, long orders, long minor) {
    return isOurs ? Line.ofOurs(orders, minor) : Line.ofShop(orders, minor);
  }

  private void list(Difference difference) {
    differenceCount++;
    listed.add(difference);
    if (listed.size() > DIFFERENCES_LISTED_MAX) {
      listed.remove();
    }
  }

  private Map<Cell, Line> listedLines() {
    if (lines.size() <= LINES_LISTED_MAX) {
      return lines;
    }
    List<Map.Entry<Cell, Line>> most =
        lines.entrySet().stream()
            .sorted(
                Comparator.comparing(
                    (Map.Entry<Cell, Line> line) -> -Math.abs(line.getValue().differenceMinor())))
            .limit(LINES_LISTED_MAX)
            .toList();
    return most.stream()
        .collect(
            Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Line::plus, TreeMap::new));
  }
}
