package dev.tributary.metrics.fact;

/**
 * What a cost is and who says so, as far as two of them may say the same: commissions and creators'
 * fees are known to attribution's ledger where it has terms, and may be told to us as costs too.
 */
public enum CostOrigin {
  /** A cost that only somebody can tell us. */
  TOLD(""),
  /** A commission that somebody told us. */
  TOLD_COMMISSION("commission"),
  /** A creator's fee that somebody told us. */
  TOLD_FEE("fee"),
  /** A commission or bonus of the ledger. */
  LEDGER_COMMISSION("commission"),
  /** A creator's fee of the ledger. */
  LEDGER_FEE("fee");

  private final String subject;

  CostOrigin(String subject) {
    this.subject = subject;
  }

  /** What it is, in a word; empty for what nobody else tells. */
  public String subject() {
    return subject;
  }

  /** Whether the ledger says so. */
  public boolean isOfLedger() {
    return this == LEDGER_COMMISSION || this == LEDGER_FEE;
  }
}
