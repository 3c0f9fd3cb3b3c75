package dev.tributary.metrics.cost;

import dev.tributary.ingestion.v1.Observation;
import dev.tributary.metrics.observation.ObservationProtos;

/** Costs as they stand in ingestion's feed. */
public final class CostProtos {
  private CostProtos() {}

  /** The cost that an observation of one holds. */
  public static Cost cost(Observation observation) {
    dev.tributary.ingestion.v1.Cost cost = observation.getCost();
    return new Cost(
        cost.getCostId(),
        ObservationProtos.source(observation),
        cost.getCollaborationId(),
        cost.getCampaignId(),
        cost.getPostId(),
        cost.getKindValue(),
        cost.getStateValue(),
        cost.getAmount().getCurrencyCode(),
        cost.getAmount().getMinorUnits());
  }
}
