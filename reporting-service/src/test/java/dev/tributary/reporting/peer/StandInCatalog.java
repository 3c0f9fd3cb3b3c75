package dev.tributary.reporting.peer;

import dev.tributary.ingestion.v1.CatalogServiceGrpc.CatalogServiceImplBase;
import dev.tributary.ingestion.v1.GetCampaignRequest;
import dev.tributary.ingestion.v1.GetCampaignResponse;
import dev.tributary.ingestion.v1.ListCollaborationsRequest;
import dev.tributary.ingestion.v1.ListCollaborationsResponse;
import dev.tributary.ingestion.v1.ListCreatorsRequest;
import dev.tributary.ingestion.v1.ListCreatorsResponse;
import dev.tributary.ingestion.v1.ListPostsRequest;
import dev.tributary.ingestion.v1.ListPostsResponse;
import dev.tributary.runtime.api.ApiException;
import dev.tributary.runtime.server.Caller;
import dev.tributary.runtime.server.Replies;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.function.BiConsumer;

/** A catalogue that gives five items a page, whatever is asked for. */
public final class StandInCatalog extends CatalogServiceImplBase {
  private static final int PAGE = 5;

  private final StandIns peers;
  private volatile Runnable beforeCampaign = () -> {};

  StandInCatalog(StandIns peers) {
    this.peers = peers;
  }

  /** Runs something in the handler of GetCampaign. */
  public void beforeCampaign(Runnable work) {
    beforeCampaign = work;
  }

  @Override
  public void getCampaign(GetCampaignRequest request, StreamObserver<GetCampaignResponse> out) {
    peers.noteCaller();
    beforeCampaign.run();
    boolean known =
        Caller.current().workspace().equals(StandIns.WORKSPACE)
            && request.getCampaignId().equals(peers.answers().campaign().getCampaignId());
    if (!known) {
      throw ApiException.notFound("campaign", request.getCampaignId());
    }
    Replies.reply(
        out, GetCampaignResponse.newBuilder().setCampaign(peers.answers().campaign()).build());
  }

  @Override
  public void listCollaborations(
      ListCollaborationsRequest request, StreamObserver<ListCollaborationsResponse> out) {
    peers.noteCaller();
    ListCollaborationsResponse.Builder page = ListCollaborationsResponse.newBuilder();
    page(
        peers.answers().collaborations(),
        request.getPageToken(),
        (items, next) -> page.addAllCollaborations(items).setNextPageToken(next));
    Replies.reply(out, page.build());
  }

  @Override
  public void listCreators(ListCreatorsRequest request, StreamObserver<ListCreatorsResponse> out) {
    peers.noteCaller();
    ListCreatorsResponse.Builder page = ListCreatorsResponse.newBuilder();
    page(
        peers.answers().creators(),
        request.getPageToken(),
        (items, next) -> page.addAllCreators(items).setNextPageToken(next));
    Replies.reply(out, page.build());
  }

  @Override
  public void listPosts(ListPostsRequest request, StreamObserver<ListPostsResponse> out) {
    peers.noteCaller();
    ListPostsResponse.Builder page = ListPostsResponse.newBuilder();
    page(
        peers.answers().posts().stream()
            .filter(post -> post.getCollaborationId().equals(request.getCollaborationId()))
            .toList(),
        request.getPageToken(),
        (items, next) -> page.addAllPosts(items).setNextPageToken(next));
    Replies.reply(out, page.build());
  }

  private static <T> void page(List<T> all, String token, BiConsumer<List<T>, String> answer) {
    int from = token.isEmpty() ? 0 : Integer.parseInt(token);
    int to = Math.min(all.size(), from + PAGE);
    answer.accept(all.subList(from, to), to < all.size() ? String.valueOf(to) : "");
  }
}
