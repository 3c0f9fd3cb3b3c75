package dev.tributary.local.handout;

import dev.tributary.ingestion.v1.Collaboration;
import dev.tributary.ingestion.v1.CollaborationStatus;
import dev.tributary.ingestion.v1.Creator;
import dev.tributary.ingestion.v1.ListCollaborationsRequest;
import dev.tributary.ingestion.v1.ListCollaborationsResponse;
import dev.tributary.ingestion.v1.ListCreatorsRequest;
import dev.tributary.ingestion.v1.ListCreatorsResponse;
import dev.tributary.local.client.Peers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads who takes part in a campaign. */
final class Members {
  private static final int PAGE = 1_000;

  private final Peers peers;

  Members(Peers peers) {
    this.peers = peers;
  }

  /** All who were not declined, in the order of their collaborations' ids. */
  List<Member> of(String campaignId) {
    List<Collaboration> collaborations = collaborations(campaignId);
    Set<String> wanted = new HashSet<>();
    collaborations.forEach(each -> wanted.add(each.getCreatorId()));
    Map<String, Creator> creators = creators(wanted);
    return collaborations.stream()
        .map(
            each ->
                new Member(
                    each, creators.getOrDefault(each.getCreatorId(), Creator.getDefaultInstance())))
        .toList();
  }

  private List<Collaboration> collaborations(String campaignId) {
    List<Collaboration> found = new ArrayList<>();
    ListCollaborationsRequest.Builder request =
        ListCollaborationsRequest.newBuilder().setCampaignId(campaignId).setPageSize(PAGE);
    do {
      ListCollaborationsResponse page = peers.catalog().listCollaborations(request.build());
      page.getCollaborationsList().stream()
          .filter(each -> each.getStatus() != CollaborationStatus.COLLABORATION_STATUS_DECLINED)
          .forEach(found::add);
      request.setPageToken(page.getNextPageToken());
    } while (!request.getPageToken().isEmpty());
    return found;
  }

  private Map<String, Creator> creators(Set<String> wanted) {
    Map<String, Creator> found = new HashMap<>();
    ListCreatorsRequest.Builder request = ListCreatorsRequest.newBuilder().setPageSize(PAGE);
    do {
      ListCreatorsResponse page = peers.catalog().listCreators(request.build());
      page.getCreatorsList().stream()
          .filter(each -> wanted.contains(each.getCreatorId()))
          .forEach(each -> found.put(each.getCreatorId(), each));
      request.setPageToken(page.getNextPageToken());
    } while (!request.getPageToken().isEmpty() && found.size() < wanted.size());
    return found;
  }
}
