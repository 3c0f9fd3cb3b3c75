package dev.tributary.metrics.fact;

import java.util.List;
import java.util.Set;

/**
 * Everything a question needs, read in one transaction. The order of the lists means nothing.
 *
 * @param campaigns campaigns of the catalogue that were asked for or that a collaboration, or a
 *     cost, in here names
 * @param creatorIds creators of the catalogue that a collaboration in here names
 * @param collaborations collaborations asked for, with those that are only named
 * @param posts posts of these collaborations; when neither campaigns, creators nor collaborations
 *     are asked for, also posts that belong to none
 * @param clicks clicks on links of these collaborations
 * @param credits credits of these collaborations
 * @param costs costs of these collaborations, and, when neither creators nor collaborations are
 *     asked for, of the campaigns as a whole. Costs are never restricted to a range: one outside
 *     still tells that costs are known
 * @param accounts brand accounts of the campaigns; none when creators or collaborations are asked
 *     for
 * @param rates exchange rates of the workspace
 * @param unknownMetrics metric names nobody knows, of these posts and accounts
 */
public record Facts(
    List<CampaignFact> campaigns,
    Set<String> creatorIds,
    List<CollaborationFact> collaborations,
    List<PostFact> posts,
    List<ClickFact> clicks,
    List<CreditFact> credits,
    List<CostFact> costs,
    List<AccountFact> accounts,
    Rates rates,
    List<UnknownMetric> unknownMetrics) {

  /** Keeps the lists unchangeable. */
  public Facts {
    campaigns = List.copyOf(campaigns);
    creatorIds = Set.copyOf(creatorIds);
    collaborations = List.copyOf(collaborations);
    posts = List.copyOf(posts);
    clicks = List.copyOf(clicks);
    credits = List.copyOf(credits);
    costs = List.copyOf(costs);
    accounts = List.copyOf(accounts);
    unknownMetrics = List.copyOf(unknownMetrics);
  }
}
