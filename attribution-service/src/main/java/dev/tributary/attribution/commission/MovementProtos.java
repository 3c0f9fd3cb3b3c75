package dev.tributary.attribution.commission;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.tributary.attribution.conversion.ConversionKey;
import dev.tributary.attribution.conversion.ConversionTypeProtos;
import dev.tributary.attribution.owner.OwnerProtos;
import dev.tributary.attribution.v1.CommissionFact;
import dev.tributary.attribution.v1.CommissionMovement;
import dev.tributary.attribution.v1.CommissionMovementKind;
import dev.tributary.runtime.api.ProtoTimes;
import dev.tributary.runtime.money.Money;
import dev.tributary.runtime.money.MoneyProtos;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the feed tells of commissions. */
public final class MovementProtos {
  private MovementProtos() {}

  /** The collaboration whose terms an entry of the feed holds; empty for what something earned. */
  public static Optional<String> newTerms(byte[] payload) {
    try {
      CommissionFact fact = CommissionFact.parseFrom(payload);
      return fact.hasTerms()
          ? Optional.of(fact.getTerms().getOwner().getCollaborationId())
          : Optional.empty();
    } catch (InvalidProtocolBufferException broken) {
      throw new IllegalStateException("commission in the feed cannot be read", broken);
    }
  }

  /** What has changed about a sale: an entry for each kind. */
  static List<CommissionFact> ofSale(Earning earning, Accrued before, Accrued after) {
    Sale sale = earning.sale();
    List<CommissionFact> facts = new ArrayList<>();
    add(
        facts,
        movement(earning, CommissionMovementKind.COMMISSION_MOVEMENT_KIND_ACCRUAL, sale.time()),
        before.accrued(),
        after.accrued());
    add(
        facts,
        movement(
            earning, CommissionMovementKind.COMMISSION_MOVEMENT_KIND_CLAWBACK, sale.lastPosting()),
        negated(before.reversed()),
        negated(after.reversed()));
    add(
        facts,
        movement(earning, CommissionMovementKind.COMMISSION_MOVEMENT_KIND_DISCOUNT, sale.time()),
        before.discount(),
        after.discount());
    return facts;
  }

  /** A fee or a bonus of a statement; each is told once. */
  static CommissionFact ofExtra(StatedLine stated) {
    Line line = stated.line();
    CommissionMovement movement =
        CommissionMovement.newBuilder()
            .setOwner(OwnerProtos.toProto(stated.owner()))
            .setKind(
                line.kind() == LineKind.FEE
                    ? CommissionMovementKind.COMMISSION_MOVEMENT_KIND_FEE
                    : CommissionMovementKind.COMMISSION_MOVEMENT_KIND_BONUS)
            .setSourceId(line.sourceId())
            .setNumber(1)
            .setAmount(MoneyProtos.toProto(new Money(stated.currency(), line.amountMinor())))
            .setTotalMinor(line.amountMinor())
            .setEffectiveTime(ProtoTimes.toProto(line.time()))
            .build();
    return CommissionFact.newBuilder().setMovement(movement).build();
  }

  private static CommissionMovement.Builder movement(
      Earning earning, CommissionMovementKind kind, Instant effectiveTime) {
    ConversionKey key = earning.sale().key();
    return CommissionMovement.newBuilder()
        .setOwner(OwnerProtos.toProto(earning.terms().owner()))
        .setKind(kind)
        .setStorefrontId(key.storefrontId())
        .setType(ConversionTypeProtos.toProto(key.type()))
        .setCustomType(key.type().customName())
        .setOrderId(key.orderId())
        .setAmount(MoneyProtos.toProto(Money.zero(earning.currency())))
        .setEffectiveTime(ProtoTimes.toProto(effectiveTime));
  }

  private static void add(
      List<CommissionFact> facts,
      CommissionMovement.Builder movement,
      Accrued.Told before,
      Accrued.Told after) {
    if (!after.equals(before)) {
      movement.getAmountBuilder().setMinorUnits(after.minor() - before.minor());
      facts.add(
          CommissionFact.newBuilder()
              .setMovement(movement.setNumber(after.number()).setTotalMinor(after.minor()))
              .build());
    }
  }

  private static Accrued.Told negated(Accrued.Told told) {
    return new Accrued.Told(-told.minor(), told.number());
  }
}
