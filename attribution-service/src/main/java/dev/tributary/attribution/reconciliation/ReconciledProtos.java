package dev.tributary.attribution.reconciliation;

import dev.tributary.attribution.v1.ReconcileResponse;
import dev.tributary.attribution.v1.ReconciledClass;
import dev.tributary.attribution.v1.ReconciledCurrency;
import dev.tributary.attribution.v1.ReconciledDifference;
import dev.tributary.attribution.v1.ReconciledLine;
import java.util.Map;

/** The answer of Reconcile. */
final class ReconciledProtos {
  private ReconciledProtos() {}

  static ReconcileResponse toProto(Reconciled reconciled) {
    ReconcileResponse.Builder proto =
        ReconcileResponse.newBuilder()
            .setTiesOut(
                reconciled.classes().keySet().stream()
                    .noneMatch(key -> key.why() == DifferenceClass.UNEXPLAINED))
            .setLineCount(reconciled.lineCount())
            .setDifferenceCount(reconciled.differenceCount());
    reconciled.currencies().entrySet().forEach(each -> proto.addCurrencies(currency(each)));
    reconciled.lines().entrySet().forEach(each -> proto.addLines(line(each)));
    reconciled.classes().entrySet().forEach(each -> proto.addClasses(sum(each)));
    reconciled.differences().forEach(each -> proto.addDifferences(difference(each)));
    return proto.build();
  }

  private static ReconciledCurrency currency(Map.Entry<String, Line> each) {
    Line line = each.getValue();
    return ReconciledCurrency.newBuilder()
        .setCurrencyCode(each.getKey())
        .setShopOrderCount(line.shopOrders())
        .setShopMinor(line.shopMinor())
        .setOrderCount(line.ourOrders())
        .setMinor(line.ourMinor())
        .setDifferenceMinor(line.differenceMinor())
        .build();
  }

  private static ReconciledLine line(Map.Entry<Cell, Line> each) {
    Line line = each.getValue();
    return ReconciledLine.newBuilder()
        .setCode(each.getKey().code())
        .setDate(each.getKey().day().toString())
        .setCurrencyCode(each.getKey().currency())
        .setShopOrderCount(line.shopOrders())
        .setShopMinor(line.shopMinor())
        .setOrderCount(line.ourOrders())
        .setMinor(line.ourMinor())
        .setDifferenceMinor(line.differenceMinor())
        .build();
  }

  private static ReconciledClass sum(Map.Entry<ClassKey, ClassSum> each) {
    return ReconciledClass.newBuilder()
        .setDifferenceClass(toProto(each.getKey().why()))
        .setCurrencyCode(each.getKey().currency())
        .setOrderCount(each.getValue().orders())
        .setDifferenceMinor(each.getValue().minor())
        .setAbsoluteMinor(each.getValue().absoluteMinor())
        .build();
  }

  private static ReconciledDifference difference(Difference each) {
    return ReconciledDifference.newBuilder()
        .setOrderId(each.orderId())
        .setDifferenceClass(toProto(each.why()))
        .setCode(each.cell().code())
        .setDate(each.cell().day().toString())
        .setCurrencyCode(each.cell().currency())
        .setDifferenceMinor(each.amountMinor())
        .setMessage(each.message())
        .build();
  }

  private static dev.tributary.attribution.v1.DifferenceClass toProto(DifferenceClass why) {
    return dev.tributary.attribution.v1.DifferenceClass.valueOf("DIFFERENCE_CLASS_" + why);
  }
}
