package dev.tributary.local.ledgermodel;

import dev.tributary.attribution.v1.ComponentChanges;
import dev.tributary.attribution.v1.Components;
import dev.tributary.attribution.v1.TaxMode;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an order is made of, in minor units, by component; what was not told is missing.
 *
 * @param minor amounts, or changes of amounts
 */
record Parts(Map<String, Long> minor) {
  static final long MAX = 1_000_000_000_000_000L;

  static Parts of(Components components) {
    Map<String, Long> minor = new TreeMap<>();
    components.getAllFields().forEach((field, value) -> minor.put(field.getName(), (Long) value));
    return new Parts(minor);
  }

  static Parts of(ComponentChanges changes) {
    Map<String, Long> minor = new TreeMap<>();
    changes.getAllFields().forEach((field, value) -> minor.put(field.getName(), (Long) value));
    return new Parts(minor);
  }

  long get(String name) {
    return minor.getOrDefault(name + "_minor", 0L);
  }

  Parts plus(Parts changes) {
    Map<String, Long> sum = new TreeMap<>(minor);
    changes.minor.forEach((name, change) -> sum.merge(name, change, Long::sum));
    return new Parts(sum);
  }

  /** NET_SALES: items minus discount, and minus the tax that is inside the prices. */
  long base(TaxMode mode) {
    return get("items") - get("discount") - (mode == TaxMode.TAX_MODE_INCLUDED ? get("tax") : 0);
  }
}
