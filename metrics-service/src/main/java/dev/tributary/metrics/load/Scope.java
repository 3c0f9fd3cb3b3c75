package dev.tributary.metrics.load;

import dev.tributary.metrics.fact.FactFilter;
import java.util.Optional;
import java.util.Set;

/**
 * Which rows a question is about, as tables know it.
 *
 * @param workspace whose rows
 * @param collaborationIds these collaborations; absent for everything, also what belongs to none
 * @param wholeCampaignIds campaigns of which that counts which belongs to no collaboration; absent
 *     for all campaigns
 */
record Scope(
    String workspace,
    Optional<Set<String>> collaborationIds,
    Optional<Set<String>> wholeCampaignIds) {

  /** Keeps the sets unchangeable. */
  Scope {
    collaborationIds = collaborationIds.map(Set::copyOf);
    wholeCampaignIds = wholeCampaignIds.map(Set::copyOf);
  }

  /** Everything of a workspace. */
  static Scope everything(String workspace) {
    return new Scope(workspace, Optional.empty(), Optional.empty());
  }

  /** Chosen collaborations, and what the filter lets count of campaigns beside them. */
  static Scope of(FactFilter filter, Set<String> collaborationIds) {
    boolean withinCampaigns =
        !filter.creatorIds().isEmpty() || !filter.collaborationIds().isEmpty();
    return new Scope(
        filter.workspace(),
        Optional.of(collaborationIds),
        Optional.of(withinCampaigns ? Set.of() : filter.campaignIds()));
  }

  /** Whether a filter chooses collaborations; platforms, formats and posts are for the engine. */
  static boolean choosesCollaborations(FactFilter filter) {
    return !filter.campaignIds().isEmpty()
        || !filter.creatorIds().isEmpty()
        || !filter.collaborationIds().isEmpty();
  }

  /** Whether what belongs to campaigns as a whole counts at all. */
  boolean hasWholeCampaigns() {
    return wholeCampaignIds.map(ids -> !ids.isEmpty()).orElse(true);
  }
}
