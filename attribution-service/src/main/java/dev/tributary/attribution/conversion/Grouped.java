package dev.tributary.attribution.conversion;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Values by their order, each order's in the sequence they came in. */
final class Grouped {
  private Grouped() {}

  static <T> Map<ConversionKey, List<T>> of(Iterable<Map.Entry<ConversionKey, T>> entries) {
    Map<ConversionKey, List<T>> grouped = new HashMap<>();
    entries.forEach(
        entry ->
            grouped
                .computeIfAbsent(entry.getKey(), key -> new ArrayList<>())
                .add(entry.getValue()));
    return grouped;
  }
}
