package dev.tributary.attribution.credit;

import dev.tributary.attribution.v1.CreditArithmetic;
import dev.tributary.attribution.v1.Division;
import dev.tributary.attribution.v1.RefundArithmetic;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** The arithmetic of credits in the contract. */
public final class ArithmeticProtos {
  private ArithmeticProtos() {}

  /** The messages of all credits of a ledger, in their order. */
  public static List<CreditArithmetic> toProto(CreditLedger ledger, String currency) {
    BigInteger totalWeight =
        ledger.shares().stream()
            .map(share -> BigInteger.valueOf(share.weight()))
            .reduce(BigInteger.ZERO, BigInteger::add);
    List<CreditArithmetic> messages = new ArrayList<>();
    for (Arithmetic each : Arithmetic.of(ledger)) {
      var proto =
          CreditArithmetic.newBuilder()
              .setCredit(messages.size())
              .setWeight(each.weight())
              .setTotalWeight(totalWeight.toString())
              .setNetMinor(each.netMinor())
              .setText(each.text(currency));
      each.gross().map(ArithmeticProtos::division).ifPresent(proto::setGross);
      each.takings().stream().map(ArithmeticProtos::refund).forEach(proto::addRefunds);
      messages.add(proto.build());
    }
    return messages;
  }

  private static RefundArithmetic refund(Arithmetic.Taking taking) {
    var proto =
        RefundArithmetic.newBuilder()
            .setRefundId(taking.refundId())
            .setLeftMinor(taking.leftMinor());
    taking.step().map(ArithmeticProtos::division).ifPresent(proto::setTaken);
    return proto.build();
  }

  private static Division division(Arithmetic.Step step) {
    return Division.newBuilder()
        .setTotalMinor(step.totalMinor())
        .setWeight(step.weight())
        .setTotalWeight(step.totalWeight().toString())
        .setQuotaMinor(step.part().quota())
        .setRemainder(step.part().remainder().toString())
        .setHasUnit(step.part().unit() != 0)
        .setPartMinor(step.part().amount())
        .build();
  }
}
