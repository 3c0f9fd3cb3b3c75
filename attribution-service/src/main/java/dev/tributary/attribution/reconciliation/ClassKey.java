package dev.tributary.attribution.reconciliation;

import java.util.Comparator;

/**
 * What differences are added up by.
 *
 * @param currency ISO 4217
 * @param why their class
 */
record ClassKey(String currency, DifferenceClass why) implements Comparable<ClassKey> {
  @Override
  public int compareTo(ClassKey other) {
    return Comparator.comparing(ClassKey::currency)
        .thenComparing(ClassKey::why)
        .compare(this, other);
  }
}
