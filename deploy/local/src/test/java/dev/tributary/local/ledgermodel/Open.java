package dev.tributary.local.ledgermodel;

import dev.tributary.attribution.v1.CommissionBonus;
import dev.tributary.attribution.v1.CommissionState;
import java.util.List;
import java.util.Optional;

/**
 * What statements have not of an order or a bonus and a collaboration.
 *
 * @param isAdjustment whether they have something
 */
record Open(
    Optional<OrderKey> key,
    String source,
    String collaboration,
    CommissionState state,
    boolean isAdjustment,
    boolean isBonus,
    Line difference,
    Earned place) {
  static Open of(CommissionBonus bonus, String source, String collaboration) {
    return new Open(
        Optional.empty(),
        source,
        collaboration,
        CommissionState.COMMISSION_STATE_APPROVED,
        false,
        true,
        new Line(bonus.getAmount().getCurrencyCode(), 0, 0, bonus.getAmount().getMinorUnits()),
        new Earned(0, 0, 0));
  }

  Statement taken() {
    return new Statement(
        difference.gross,
        difference.refunds,
        isAdjustment || isBonus ? 0 : difference.commission,
        isAdjustment ? difference.commission : 0,
        isBonus ? difference.commission : 0,
        0,
        0);
  }

  /** What stays out of a statement. */
  Statements.Totals left() {
    return new Statements.Totals(
        0,
        state == CommissionState.COMMISSION_STATE_HELD ? difference.commission : 0,
        state == CommissionState.COMMISSION_STATE_PENDING ? difference.commission : 0);
  }

  String text() {
    return CommissionTeller.text(
        source,
        difference.currency,
        state,
        isAdjustment,
        List.of(difference.gross, difference.refunds, difference.commission),
        place.from() + " to " + place.to());
  }

  /** Something that was earned in a currency. */
  record Line(String currency, long gross, long refunds, long commission) {
    Line plus(Line other) {
      return new Line(
          currency, gross + other.gross, refunds + other.refunds, commission + other.commission);
    }

    Line minus(Line other) {
      return new Line(
          currency, gross - other.gross, refunds - other.refunds, commission - other.commission);
    }

    boolean isNothing() {
      return gross == 0 && refunds == 0 && commission == 0;
    }
  }
}
