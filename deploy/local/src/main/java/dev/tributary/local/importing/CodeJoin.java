package dev.tributary.local.importing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Codes of orders from a second file, several per order, in the order of that file.
 *
 * @param codesByOrder by the shop's order id
 */
record CodeJoin(Map<String, List<Code>> codesByOrder) {
  private static final String AMOUNT_COLUMN = "amount";

  /**
   * A code with the discount it gave.
   *
   * @param amount as written in the file; absent when the file does not tell
   */
  record Code(String code, Optional<String> amount) {}

  /** No codes at all. */
  static CodeJoin none() {
    return new CodeJoin(Map.of());
  }

  /**
   * Reads {@code codes=FILE:order_id_column:code_column[:amount_column]}. Without an amount column
   * named, one called {@code amount} is taken if the file has it.
   *
   * @throws IllegalArgumentException if the text has another form or the file lacks a column
   * @throws IOException if the file cannot be read
   */
  static CodeJoin parse(String text) throws IOException {
    String[] parts = text.split(":", -1);
    if (!text.startsWith("codes=") || parts.length < 3 || parts.length > 4) {
      throw new IllegalArgumentException(
          "--join: '"
              + text
              + "' (expected: codes=FILE:order_id_column:code_column[:amount_column])");
    }
    Path file = Path.of(parts[0].substring("codes=".length()));
    String mapping = "order=" + parts[1] + ",code=" + parts[2];
    return read(file, Mapping.parse(parts.length == 4 ? mapping + ",given=" + parts[3] : mapping));
  }

  private static CodeJoin read(Path path, Mapping mapping) throws IOException {
    Map<String, List<Code>> codes = new HashMap<>();
    try (CsvFile file = CsvFile.open(path, mapping)) {
      for (CsvRow row : file) {
        Optional<String> code = row.get("code");
        row.get("order")
            .filter(order -> code.isPresent())
            .ifPresent(
                order ->
                    codes
                        .computeIfAbsent(order, first -> new ArrayList<>())
                        .add(
                            new Code(
                                code.get(), row.get("given").or(() -> row.get(AMOUNT_COLUMN)))));
      }
    }
    return new CodeJoin(codes);
  }

  List<Code> of(String orderId) {
    return codesByOrder.getOrDefault(orderId, List.of());
  }
}
