package dev.tributary.local.ledgermodel;

/** Everybody who tells the services and the model the same. */
record Tellers(
    Talk talk,
    Teller facts,
    CodeTeller codes,
    UseTeller uses,
    RotationTeller rotations,
    HoldTeller holds,
    CommissionTeller commissions) {
  static Tellers of(Services services) {
    Talk talk = new Talk(services);
    return new Tellers(
        talk,
        new Teller(talk),
        new CodeTeller(talk),
        new UseTeller(talk),
        new RotationTeller(talk),
        new HoldTeller(talk),
        new CommissionTeller(talk));
  }
}
