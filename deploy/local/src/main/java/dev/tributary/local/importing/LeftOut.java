package dev.tributary.local.importing;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Rows of an export that are none of its kind: totals at the end, further lines of an order.
 *
 * @param values by column: rows with one of these cells
 * @param continuation rows that go on with the thing of the row before
 */
record LeftOut(Map<String, Set<String>> values, Optional<Continuation> continuation) {
  static final LeftOut NOTHING = new LeftOut(Map.of(), Optional.empty());

  LeftOut {
    values = Map.copyOf(values);
  }

  /**
   * How a row says that it goes on with the one before.
   *
   * @param key column that has the same value in both
   * @param blank column that only the first row fills
   */
  record Continuation(String key, String blank) {}

  /** Tells rows of one file, asked in their order. */
  Predicate<CsvRow> reading() {
    return new Predicate<>() {
      private String keyBefore = "";

      @Override
      public boolean test(CsvRow row) {
        boolean goesOn =
            continuation.isPresent()
                && cell(row, continuation.get().key()).equals(keyBefore)
                && cell(row, continuation.get().blank()).isEmpty();
        continuation.ifPresent(columns -> keyBefore = cell(row, columns.key()));
        return goesOn
            || values.entrySet().stream()
                .anyMatch(
                    value ->
                        row.cells().containsKey(value.getKey())
                            && value.getValue().contains(cell(row, value.getKey())));
      }
    };
  }

  private static String cell(CsvRow row, String column) {
    return row.cells().getOrDefault(column, "").strip();
  }
}
