package dev.tributary.local.ledgermodel;

/**
 * A statement in minor units.
 *
 * @param minimum what is less is carried over, as what is below zero
 */
record Statement(
    long gross,
    long refunds,
    long commission,
    long adjustments,
    long bonuses,
    long carryIn,
    long minimum) {
  static final Statement NOTHING = new Statement(0, 0, 0, 0, 0, 0, 0);

  Statement plus(Statement other) {
    return new Statement(
        gross + other.gross,
        refunds + other.refunds,
        commission + other.commission,
        adjustments + other.adjustments,
        bonuses + other.bonuses,
        carryIn + other.carryIn,
        0);
  }

  Statement carriedIn(long minor) {
    return new Statement(gross, refunds, commission, adjustments, bonuses, minor, minimum);
  }

  Statement paidFrom(long minor) {
    return new Statement(gross, refunds, commission, adjustments, bonuses, carryIn, minor);
  }

  private long owed() {
    return carryIn + commission + adjustments + bonuses;
  }

  long carryOut() {
    return owed() - payable();
  }

  long payable() {
    return owed() > 0 && owed() >= minimum ? owed() : 0;
  }
}
