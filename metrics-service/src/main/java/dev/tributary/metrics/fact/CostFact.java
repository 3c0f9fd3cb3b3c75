package dev.tributary.metrics.fact;

import dev.tributary.runtime.money.Money;
import java.time.Instant;
import java.util.Optional;

/**
 * One item of cost, as the newest observation of its id, or the ledger, has it. At least one of
 * collaboration and campaign is known.
 *
 * @param costId its id
 * @param collaborationId the collaboration it was spent on; absent for the campaign as a whole
 * @param campaignId the campaign of a cost without collaboration; otherwise it follows from that
 *     one
 * @param time when it was first observed, which is when it counts: a cost that is paid in May was
 *     still committed in April
 * @param amount how much, as last observed
 * @param source who said so last
 * @param origin what it is, as far as the ledger may say the same
 */
public record CostFact(
    String costId,
    Optional<String> collaborationId,
    Optional<String> campaignId,
    Instant time,
    Money amount,
    Source source,
    CostOrigin origin) {

  /** A cost that only somebody can tell us. */
  public CostFact(
      String costId,
      Optional<String> collaborationId,
      Optional<String> campaignId,
      Instant time,
      Money amount,
      Source source) {
    this(costId, collaborationId, campaignId, time, amount, source, CostOrigin.TOLD);
  }
}
