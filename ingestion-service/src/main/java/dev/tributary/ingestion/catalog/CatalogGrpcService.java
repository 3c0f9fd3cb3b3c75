package dev.tributary.ingestion.catalog;

import static dev.tributary.ingestion.catalog.CampaignKind.CAMPAIGN;
import static dev.tributary.ingestion.catalog.CollaborationKind.COLLABORATION;
import static dev.tributary.ingestion.catalog.CreatorKind.CREATOR;
import static dev.tributary.ingestion.catalog.PostKind.POST;

import com.google.protobuf.Message;
import dev.tributary.ingestion.v1.ArchiveCampaignRequest;
import dev.tributary.ingestion.v1.ArchiveCampaignResponse;
import dev.tributary.ingestion.v1.Campaign;
import dev.tributary.ingestion.v1.CatalogServiceGrpc.CatalogServiceImplBase;
import dev.tributary.ingestion.v1.Collaboration;
import dev.tributary.ingestion.v1.Creator;
import dev.tributary.ingestion.v1.GetCampaignRequest;
import dev.tributary.ingestion.v1.GetCampaignResponse;
import dev.tributary.ingestion.v1.ListCampaignsRequest;
import dev.tributary.ingestion.v1.ListCampaignsResponse;
import dev.tributary.ingestion.v1.ListCollaborationsRequest;
import dev.tributary.ingestion.v1.ListCollaborationsResponse;
import dev.tributary.ingestion.v1.ListCreatorsRequest;
import dev.tributary.ingestion.v1.ListCreatorsResponse;
import dev.tributary.ingestion.v1.ListPostsRequest;
import dev.tributary.ingestion.v1.ListPostsResponse;
import dev.tributary.ingestion.v1.Post;
import dev.tributary.ingestion.v1.PutCampaignsRequest;
import dev.tributary.ingestion.v1.PutCampaignsResponse;
import dev.tributary.ingestion.v1.PutCollaborationsRequest;
import dev.tributary.ingestion.v1.PutCollaborationsResponse;
import dev.tributary.ingestion.v1.PutCreatorsRequest;
import dev.tributary.ingestion.v1.PutCreatorsResponse;
import dev.tributary.ingestion.v1.PutPostsRequest;
import dev.tributary.ingestion.v1.PutPostsResponse;
import dev.tributary.runtime.api.ApiException;
import dev.tributary.runtime.api.Batches;
import dev.tributary.runtime.api.Fields;
import dev.tributary.runtime.api.Rejected;
import dev.tributary.runtime.server.Caller;
import dev.tributary.runtime.server.Replies;
import dev.tributary.runtime.server.Scope;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The calls of the catalogue. Puts and archiving want scope WRITE, the rest READ. */
public final class CatalogGrpcService extends CatalogServiceImplBase {
  private final Catalog catalog;

  /** The calls of one catalogue. */
  public CatalogGrpcService(Catalog catalog) {
    this.catalog = catalog;
  }

  @Override
  public void putCampaigns(PutCampaignsRequest request, StreamObserver<PutCampaignsResponse> out) {
    PutOutcome outcome = put(CAMPAIGN, request.getItemsList(), CatalogProtos::put);
    Replies.reply(
        out,
        PutCampaignsResponse.newBuilder()
            .addAllResults(outcome.results())
            .setPosition(outcome.position().encode())
            .build());
  }

  @Override
  public void putCreators(PutCreatorsRequest request, StreamObserver<PutCreatorsResponse> out) {
    PutOutcome outcome = put(CREATOR, request.getItemsList(), CatalogProtos::put);
    Replies.reply(
        out,
        PutCreatorsResponse.newBuilder()
            .addAllResults(outcome.results())
            .setPosition(outcome.position().encode())
            .build());
  }

  @Override
  public void putCollaborations(
      PutCollaborationsRequest request, StreamObserver<PutCollaborationsResponse> out) {
    PutOutcome outcome = put(COLLABORATION, request.getItemsList(), CatalogProtos::put);
    Replies.reply(
        out,
        PutCollaborationsResponse.newBuilder()
            .addAllResults(outcome.results())
            .setPosition(outcome.position().encode())
            .build());
  }

  @Override
  public void putPosts(PutPostsRequest request, StreamObserver<PutPostsResponse> out) {
    PutOutcome outcome = put(POST, request.getItemsList(), CatalogProtos::put);
    Replies.reply(
        out,
        PutPostsResponse.newBuilder()
            .addAllResults(outcome.results())
            .setPosition(outcome.position().encode())
            .build());
  }

  @Override
  public void getCampaign(GetCampaignRequest request, StreamObserver<GetCampaignResponse> out) {
    String workspace = workspace(Scope.READ);
    String id = campaignId(request.getCampaignId());
    Campaign campaign =
        catalog
            .find(workspace, CAMPAIGN, id)
            .orElseThrow(() -> ApiException.notFound(CAMPAIGN.name(), id));
    Replies.reply(out, GetCampaignResponse.newBuilder().setCampaign(campaign).build());
  }

  @Override
  public void listCampaigns(
      ListCampaignsRequest request, StreamObserver<ListCampaignsResponse> out) {
    String workspace = workspace(Scope.READ);
    var paging =
        CatalogPaging.of(
            request.getPageSize(),
            request.getPageToken(),
            request.toBuilder().clearPageSize().clearPageToken().build());
    var filter = new CatalogFilter(Optional.empty(), request.getIncludeArchived());
    CatalogPage<Campaign> page = catalog.list(workspace, CAMPAIGN, filter, paging);
    Replies.reply(
        out,
        ListCampaignsResponse.newBuilder()
            .addAllCampaigns(page.items())
            .setNextPageToken(paging.nextToken(page))
            .build());
  }

  @Override
  public void listCreators(ListCreatorsRequest request, StreamObserver<ListCreatorsResponse> out) {
    String workspace = workspace(Scope.READ);
    var paging =
        CatalogPaging.of(
            request.getPageSize(),
            request.getPageToken(),
            request.toBuilder().clearPageSize().clearPageToken().build());
    CatalogPage<Creator> page = catalog.list(workspace, CREATOR, CatalogFilter.ALL, paging);
    Replies.reply(
        out,
        ListCreatorsResponse.newBuilder()
            .addAllCreators(page.items())
            .setNextPageToken(paging.nextToken(page))
            .build());
  }

  @Override
  public void listCollaborations(
      ListCollaborationsRequest request, StreamObserver<ListCollaborationsResponse> out) {
    String workspace = workspace(Scope.READ);
    var paging =
        CatalogPaging.of(
            request.getPageSize(),
            request.getPageToken(),
            request.toBuilder().clearPageSize().clearPageToken().build());
    CatalogFilter filter = under("campaign_id", request.getCampaignId());
    CatalogPage<Collaboration> page = catalog.list(workspace, COLLABORATION, filter, paging);
    Replies.reply(
        out,
        ListCollaborationsResponse.newBuilder()
            .addAllCollaborations(page.items())
            .setNextPageToken(paging.nextToken(page))
            .build());
  }

  @Override
  public void listPosts(ListPostsRequest request, StreamObserver<ListPostsResponse> out) {
    String workspace = workspace(Scope.READ);
    var paging =
        CatalogPaging.of(
            request.getPageSize(),
            request.getPageToken(),
            request.toBuilder().clearPageSize().clearPageToken().build());
    CatalogFilter filter = under("collaboration_id", request.getCollaborationId());
    CatalogPage<Post> page = catalog.list(workspace, POST, filter, paging);
    Replies.reply(
        out,
        ListPostsResponse.newBuilder()
            .addAllPosts(page.items())
            .setNextPageToken(paging.nextToken(page))
            .build());
  }

  @Override
  public void archiveCampaign(
      ArchiveCampaignRequest request, StreamObserver<ArchiveCampaignResponse> out) {
    String workspace = workspace(Scope.WRITE);
    String id = campaignId(request.getCampaignId());
    Archived archived =
        catalog
            .archive(workspace, id)
            .orElseThrow(() -> ApiException.notFound(CAMPAIGN.name(), id));
    Replies.reply(
        out,
        ArchiveCampaignResponse.newBuilder()
            .setCampaign(archived.campaign())
            .setPosition(archived.position().encode())
            .build());
  }

  private <I, M extends Message> PutOutcome put(
      CatalogKind<M> kind, List<I> items, Function<I, Put<M>> fromProto) {
    String workspace = workspace(Scope.WRITE);
    Batches.check("items", items.size());
    return catalog.put(workspace, kind, items.stream().map(fromProto).toList());
  }

  private static String workspace(Scope scope) {
    Caller caller = Caller.current();
    caller.require(scope);
    return caller.workspace();
  }

  private static String campaignId(String value) {
    try {
      return Fields.id("campaign_id", value);
    } catch (Rejected refusal) {
      throw ApiException.fieldInvalid(refusal);
    }
  }

  private static CatalogFilter under(String field, String parentId) {
    try {
      return CatalogFilter.under(Fields.optionalId(field, parentId));
    } catch (Rejected refusal) {
      throw ApiException.fieldInvalid(refusal);
    }
  }
}
