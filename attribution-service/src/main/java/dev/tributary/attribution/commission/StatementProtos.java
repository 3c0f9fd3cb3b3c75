package dev.tributary.attribution.commission;

import dev.tributary.attribution.conversion.ConversionTypeProtos;
import dev.tributary.attribution.owner.OwnerProtos;
import dev.tributary.attribution.v1.CommissionLine;
import dev.tributary.attribution.v1.CommissionLineKind;
import dev.tributary.attribution.v1.CommissionPayment;
import dev.tributary.attribution.v1.CommissionState;
import dev.tributary.attribution.v1.CommissionStatement;
import dev.tributary.attribution.v1.CommissionTotals;
import dev.tributary.runtime.api.ProtoTimes;

/** Statements and their lines in the contract. */
final class StatementProtos {
  private StatementProtos() {}

  /** The message of a statement. */
  static CommissionStatement toProto(Statement statement) {
    Totals totals = statement.totals();
    CommissionStatement.Builder proto =
        CommissionStatement.newBuilder()
            .setStatementNumber(statement.number())
            .setLockId(statement.lockId())
            .setPeriodStartTime(ProtoTimes.toProto(statement.period().start()))
            .setPeriodEndTime(ProtoTimes.toProto(statement.period().end()))
            .setOwner(OwnerProtos.toProto(statement.owner()))
            .setCurrencyCode(statement.currency())
            .setGrossMinor(totals.grossMinor())
            .setRefundsMinor(totals.refundsMinor())
            .setNetMinor(totals.netMinor())
            .setCommissionMinor(totals.commissionMinor())
            .setAdjustmentsMinor(totals.adjustmentsMinor())
            .setFeesMinor(totals.feesMinor())
            .setBonusesMinor(totals.bonusesMinor())
            .setCarryInMinor(totals.carryInMinor())
            .setCarryOutMinor(totals.carryOutMinor())
            .setPayableMinor(totals.payableMinor())
            .setState(
                statement.payment().isPresent()
                    ? CommissionState.COMMISSION_STATE_PAID
                    : CommissionState.COMMISSION_STATE_LOCKED)
            .setCreateTime(ProtoTimes.toProto(statement.createTime()))
            .setLineCount(statement.lineCount());
    statement.payment().ifPresent(payment -> proto.setPayment(toProto(payment)));
    return proto.build();
  }

  /** The message of a lock. */
  static dev.tributary.attribution.v1.PeriodLock toProto(PeriodLock lock) {
    return dev.tributary.attribution.v1.PeriodLock.newBuilder()
        .setLockId(lock.lockId())
        .setStartTime(ProtoTimes.toProto(lock.period().start()))
        .setEndTime(ProtoTimes.toProto(lock.period().end()))
        .setLockTime(ProtoTimes.toProto(lock.lockTime()))
        .setCutPosition(lock.cut())
        .setFirstStatementNumber(lock.firstStatementNo())
        .setStatementCount(lock.statementCount())
        .build();
  }

  /** The message of statements of one currency added up. */
  static CommissionTotals toProto(String currency, long count, Totals totals, long paidMinor) {
    return CommissionTotals.newBuilder()
        .setCurrencyCode(currency)
        .setStatementCount(count)
        .setGrossMinor(totals.grossMinor())
        .setRefundsMinor(totals.refundsMinor())
        .setNetMinor(totals.netMinor())
        .setCommissionMinor(totals.commissionMinor())
        .setAdjustmentsMinor(totals.adjustmentsMinor())
        .setFeesMinor(totals.feesMinor())
        .setBonusesMinor(totals.bonusesMinor())
        .setCarryInMinor(totals.carryInMinor())
        .setCarryOutMinor(totals.carryOutMinor())
        .setPayableMinor(totals.payableMinor())
        .setPaidMinor(paidMinor)
        .build();
  }

  /** The message of a line. */
  static CommissionLine toProto(StatedLine stated) {
    Line line = stated.line();
    CommissionLine.Builder proto =
        CommissionLine.newBuilder()
            .setStatementNumber(stated.statementNo())
            .setLineNumber(stated.lineNo())
            .setKind(toProto(line.kind()))
            .setState(toProto(line.state()))
            .setOwner(OwnerProtos.toProto(stated.owner()))
            .setCurrencyCode(stated.currency())
            .setSourceId(line.sourceId())
            .setTime(ProtoTimes.toProto(line.time()))
            .setApproveTime(ProtoTimes.toProto(line.approvedFrom()))
            .setTermsVersion(line.termsVersion())
            .setTierFrom(line.place().from())
            .setTierTo(line.place().to())
            .setAdjustment(line.adjusts())
            .setGrossMinor(line.earnedMinor())
            .setRefundsMinor(line.refundedMinor())
            .setAmountMinor(line.amountMinor());
    line.key()
        .ifPresent(
            key ->
                proto
                    .setStorefrontId(key.storefrontId())
                    .setType(ConversionTypeProtos.toProto(key.type()))
                    .setCustomType(key.type().customName())
                    .setOrderId(key.orderId()));
    return proto.build();
  }

  /** The message of a state. */
  static CommissionState toProto(LineState state) {
    return switch (state) {
      case PENDING -> CommissionState.COMMISSION_STATE_PENDING;
      case APPROVED -> CommissionState.COMMISSION_STATE_APPROVED;
      case HELD -> CommissionState.COMMISSION_STATE_HELD;
      case REJECTED -> CommissionState.COMMISSION_STATE_REJECTED;
      case LOCKED -> CommissionState.COMMISSION_STATE_LOCKED;
      case PAID -> CommissionState.COMMISSION_STATE_PAID;
    };
  }

  private static CommissionPayment toProto(Payout payment) {
    return CommissionPayment.newBuilder()
        .setPaymentId(payment.paymentId())
        .setReference(payment.reference())
        .setDate(payment.date().toString())
        .build();
  }

  private static CommissionLineKind toProto(LineKind kind) {
    return switch (kind) {
      case SALE -> CommissionLineKind.COMMISSION_LINE_KIND_CONVERSION;
      case FEE -> CommissionLineKind.COMMISSION_LINE_KIND_FEE;
      case BONUS -> CommissionLineKind.COMMISSION_LINE_KIND_BONUS;
    };
  }
}
