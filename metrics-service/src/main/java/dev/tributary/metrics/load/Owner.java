package dev.tributary.metrics.load;

import dev.tributary.metrics.fact.CollaborationFact;
import dev.tributary.metrics.fact.FactFilter;
import java.util.Comparator;
import java.util.Set;

/**
 * Whose a link or a credit is, in the words of attribution, which looks nothing up.
 *
 * @param collaborationId always there
 * @param campaignId empty when it was not told
 * @param creatorId empty when it was not told
 */
record Owner(String collaborationId, String campaignId, String creatorId) {
  /**
   * Of several owners that name one collaboration differently, the last in this order counts:
   * anyone who says something rather than nothing, and always the same one.
   */
  static final Comparator<Owner> LAST_COUNTS =
      Comparator.comparing(Owner::campaignId).thenComparing(Owner::creatorId);

  /** Whether the filter chooses the collaboration, should the catalogue not have it. */
  boolean isChosenBy(FactFilter filter) {
    return allows(filter.campaignIds(), campaignId)
        && allows(filter.creatorIds(), creatorId)
        && allows(filter.collaborationIds(), collaborationId);
  }

  /**
   * The collaboration as the catalogue would have it. It brought something or cost something, so it
   * came about.
   */
  CollaborationFact uncatalogued() {
    return new CollaborationFact(
        collaborationId, Ids.optional(campaignId), Ids.optional(creatorId), false, true);
  }

  private static boolean allows(Set<String> ids, String id) {
    return ids.isEmpty() || ids.contains(id);
  }
}
