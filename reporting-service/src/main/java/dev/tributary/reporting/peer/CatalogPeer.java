package dev.tributary.reporting.peer;

import dev.tributary.ingestion.v1.Campaign;
import dev.tributary.ingestion.v1.CatalogServiceGrpc;
import dev.tributary.ingestion.v1.CatalogServiceGrpc.CatalogServiceBlockingStub;
import dev.tributary.ingestion.v1.Collaboration;
import dev.tributary.ingestion.v1.Creator;
import dev.tributary.ingestion.v1.GetCampaignRequest;
import dev.tributary.ingestion.v1.ListCollaborationsRequest;
import dev.tributary.ingestion.v1.ListCollaborationsResponse;
import dev.tributary.ingestion.v1.ListCreatorsRequest;
import dev.tributary.ingestion.v1.ListCreatorsResponse;
import dev.tributary.ingestion.v1.ListPostsRequest;
import dev.tributary.ingestion.v1.ListPostsResponse;
import dev.tributary.ingestion.v1.Post;
import io.grpc.Channel;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The catalogue of the ingestion service. */
final class CatalogPeer {
  private final CatalogServiceBlockingStub stub;

  CatalogPeer(Channel channel) {
    this.stub = CatalogServiceGrpc.newBlockingStub(channel);
  }

  /** The campaign; the peer refuses an unknown one with NOT_FOUND. */
  Campaign campaign(String campaignId) {
    return stub.getCampaign(GetCampaignRequest.newBuilder().setCampaignId(campaignId).build())
        .getCampaign();
  }

  List<Collaboration> collaborations(String campaignId) {
    ListCollaborationsRequest.Builder request =
        ListCollaborationsRequest.newBuilder()
            .setPageSize(Pages.SIZE_MAX)
            .setCampaignId(campaignId);
    return Pages.all(
            token -> stub.listCollaborations(request.setPageToken(token).build()),
            ListCollaborationsResponse::getNextPageToken)
        .stream()
        .flatMap(page -> page.getCollaborationsList().stream())
        .toList();
  }

  /** The creators of the collaborations. The catalogue lists creators of the workspace only. */
  List<Creator> creators(List<Collaboration> collaborations) {
    Set<String> wanted =
        collaborations.stream().map(Collaboration::getCreatorId).collect(Collectors.toSet());
    ListCreatorsRequest.Builder request =
        ListCreatorsRequest.newBuilder().setPageSize(Pages.SIZE_MAX);
    return Pages.all(
            token -> stub.listCreators(request.setPageToken(token).build()),
            ListCreatorsResponse::getNextPageToken)
        .stream()
        .flatMap(page -> page.getCreatorsList().stream())
        .filter(creator -> wanted.contains(creator.getCreatorId()))
        .toList();
  }

  /** The posts of the collaborations, collaboration by collaboration: a workspace may have many. */
  List<Post> posts(List<Collaboration> collaborations) {
    return collaborations.stream()
        .flatMap(collaboration -> posts(collaboration.getCollaborationId()).stream())
        .toList();
  }

  private List<Post> posts(String collaborationId) {
    ListPostsRequest.Builder request =
        ListPostsRequest.newBuilder()
            .setPageSize(Pages.SIZE_MAX)
            .setCollaborationId(collaborationId);
    return Pages.all(
            token -> stub.listPosts(request.setPageToken(token).build()),
            ListPostsResponse::getNextPageToken)
        .stream()
        .flatMap(page -> page.getPostsList().stream())
        .toList();
  }
}
