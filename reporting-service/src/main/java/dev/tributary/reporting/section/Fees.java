package dev.tributary.reporting.section;

import dev.tributary.ingestion.v1.Collaboration;
import dev.tributary.reporting.figure.Values;
import dev.tributary.type.v1.Coverage;
import dev.tributary.type.v1.MeasuredValue;
import dev.tributary.type.v1.Money;
import java.util.List;
import java.util.TreeMap;

/** Fees agreed with creators: promises, while costs are what was observed. */
final class Fees {
  private Fees() {}

  /** The fees of the collaborations, added by currency; collaborations without one are a gap. */
  static MeasuredValue of(List<Collaboration> collaborations) {
    var sums = new TreeMap<String, Long>();
    long known = 0;
    for (Collaboration collaboration : collaborations) {
      if (collaboration.hasFee()) {
        known++;
        Money fee = collaboration.getFee();
        sums.merge(fee.getCurrencyCode(), fee.getMinorUnits(), Math::addExact);
      }
    }
    List<Money> amounts =
        sums.entrySet().stream()
            .map(
                sum ->
                    Money.newBuilder()
                        .setCurrencyCode(sum.getKey())
                        .setMinorUnits(sum.getValue())
                        .build())
            .toList();
    Coverage coverage =
        Coverage.newBuilder()
            .setKnown(known)
            .setTotal(collaborations.size())
            .setUnit("collaborations")
            .build();
    return Values.amounts(amounts, coverage, "no fee was agreed");
  }
}
