package dev.tributary.attribution.commission;

import dev.tributary.attribution.owner.OwnerProtos;
import dev.tributary.attribution.v1.CommissionFact;
import dev.tributary.attribution.v1.CommissionMovement;
import dev.tributary.attribution.v1.CommissionMovementKind;
import dev.tributary.runtime.api.ProtoTimes;
import dev.tributary.runtime.money.Money;
import dev.tributary.runtime.money.MoneyProtos;

/** What the feed tells of commissions. */
final class MovementProtos {
  private MovementProtos() {}

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
}
