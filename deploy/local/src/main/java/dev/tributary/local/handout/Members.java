package dev.tributary.local.handout;

import dev.tributary.ingestion.v1.CollaborationStatus;
import dev.tributary.ingestion.v1.Creator;
import dev.tributary.local.client.PagedLists;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reads who takes part in a campaign.
 *
 * @param lists where from
 */
record Members(PagedLists lists) {
  /** All who did not decline, in the order of their collaborations' ids. */
  List<Member> of(String campaignId) {
    Map<String, Creator> creators =
        lists.creators().stream()
            .collect(Collectors.toMap(Creator::getCreatorId, Function.identity()));
    return lists.collaborations(campaignId).stream()
        .filter(each -> each.getStatus() != CollaborationStatus.COLLABORATION_STATUS_DECLINED)
        .map(
            each ->
                new Member(
                    each, creators.getOrDefault(each.getCreatorId(), Creator.getDefaultInstance())))
        .toList();
  }
}
