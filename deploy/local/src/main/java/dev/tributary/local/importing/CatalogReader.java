package dev.tributary.local.importing;

import dev.tributary.ingestion.v1.Collaboration;
import dev.tributary.ingestion.v1.Creator;
import dev.tributary.ingestion.v1.ListCollaborationsRequest;
import dev.tributary.ingestion.v1.ListCollaborationsResponse;
import dev.tributary.ingestion.v1.ListCreatorsRequest;
import dev.tributary.ingestion.v1.ListCreatorsResponse;
import dev.tributary.local.client.Peers;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads lists of the catalogue to their ends.
 *
 * @param peers where from
 */
record CatalogReader(Peers peers) {
  private static final int PAGE_SIZE = 1_000;

  /** All creators, by id. */
  List<Creator> creators() {
    List<Creator> creators = new ArrayList<>();
    String token = "";
    do {
      ListCreatorsResponse page =
          peers
              .catalog()
              .listCreators(
                  ListCreatorsRequest.newBuilder()
                      .setPageSize(PAGE_SIZE)
                      .setPageToken(token)
                      .build());
      creators.addAll(page.getCreatorsList());
      token = page.getNextPageToken();
    } while (!token.isEmpty());
    return creators;
  }

  /** All collaborations of a campaign, by id. */
  List<Collaboration> collaborations(String campaignId) {
    List<Collaboration> collaborations = new ArrayList<>();
    String token = "";
    do {
      ListCollaborationsResponse page =
          peers
              .catalog()
              .listCollaborations(
                  ListCollaborationsRequest.newBuilder()
                      .setCampaignId(campaignId)
                      .setPageSize(PAGE_SIZE)
                      .setPageToken(token)
                      .build());
      collaborations.addAll(page.getCollaborationsList());
      token = page.getNextPageToken();
    } while (!token.isEmpty());
    return collaborations;
  }
}
