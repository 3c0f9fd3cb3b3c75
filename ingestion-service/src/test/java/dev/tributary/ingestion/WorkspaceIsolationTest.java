package dev.tributary.ingestion;

import static dev.tributary.ingestion.testing.CatalogSamples.aCampaign;
import static dev.tributary.ingestion.testing.CatalogSamples.aCollaboration;
import static dev.tributary.ingestion.testing.CatalogSamples.aCreator;
import static dev.tributary.ingestion.testing.CatalogSamples.aPost;
import static dev.tributary.ingestion.testing.ObservationSamples.postCounters;
import static dev.tributary.ingestion.testing.OpinionSamples.comments;
import static dev.tributary.runtime.testing.Statuses.failureOf;
import static dev.tributary.runtime.testing.Statuses.reasonOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.FileDescriptor;
import dev.tributary.ingestion.testing.Follower;
import dev.tributary.ingestion.testing.IngestionService;
import dev.tributary.ingestion.v1.ArchiveCampaignRequest;
import dev.tributary.ingestion.v1.Campaign;
import dev.tributary.ingestion.v1.CatalogResult;
import dev.tributary.ingestion.v1.CatalogServiceGrpc.CatalogServiceBlockingStub;
import dev.tributary.ingestion.v1.CatalogServiceProto;
import dev.tributary.ingestion.v1.EraseSubjectRequest;
import dev.tributary.ingestion.v1.FeedServiceProto;
import dev.tributary.ingestion.v1.GetCampaignRequest;
import dev.tributary.ingestion.v1.ListCampaignsRequest;
import dev.tributary.ingestion.v1.ListCollaborationsRequest;
import dev.tributary.ingestion.v1.ListCreatorsRequest;
import dev.tributary.ingestion.v1.ListObservationsRequest;
import dev.tributary.ingestion.v1.ListPostsRequest;
import dev.tributary.ingestion.v1.ObservationServiceGrpc;
import dev.tributary.ingestion.v1.ObservationServiceGrpc.ObservationServiceBlockingStub;
import dev.tributary.ingestion.v1.ObservationServiceProto;
import dev.tributary.ingestion.v1.PrivacyServiceGrpc;
import dev.tributary.ingestion.v1.PrivacyServiceProto;
import dev.tributary.ingestion.v1.PutCampaign;
import dev.tributary.ingestion.v1.PutCampaignsRequest;
import dev.tributary.ingestion.v1.PutCollaboration;
import dev.tributary.ingestion.v1.PutCollaborationsRequest;
import dev.tributary.ingestion.v1.PutCreator;
import dev.tributary.ingestion.v1.PutCreatorsRequest;
import dev.tributary.ingestion.v1.PutPost;
import dev.tributary.ingestion.v1.PutPostsRequest;
import dev.tributary.ingestion.v1.RecordObservationsRequest;
import dev.tributary.ingestion.v1.StreamObservationsRequest;
import dev.tributary.ingestion.v1.StreamObservationsResponse;
import dev.tributary.runtime.server.Scope;
import dev.tributary.type.v1.ErrorReason;
import dev.tributary.type.v1.Verdict;
import dev.tributary.type.v1.VerdictStatus;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What one workspace wrote, another can neither read nor change nor notice, by any method. */
class WorkspaceIsolationTest {
  private final IngestionService service = IngestionService.start();
  private final CatalogServiceBlockingStub catalog = service.catalog("other");
  private final ObservationServiceBlockingStub observations = service.observations("other");

  private final Map<String, Runnable> attempts =
      Map.ofEntries(
          Map.entry("CatalogService/PutCampaigns", this::writes_campaigns_of_its_own),
          Map.entry("CatalogService/PutCreators", this::writes_creators_of_its_own),
          Map.entry("CatalogService/PutCollaborations", this::writes_collaborations_of_its_own),
          Map.entry("CatalogService/PutPosts", this::writes_posts_of_its_own),
          Map.entry("CatalogService/GetCampaign", this::reads_no_campaign),
          Map.entry("CatalogService/ListCampaigns", this::lists_no_campaign),
          Map.entry("CatalogService/ListCreators", this::lists_no_creator),
          Map.entry("CatalogService/ListCollaborations", this::lists_no_collaboration),
          Map.entry("CatalogService/ListPosts", this::lists_no_post),
          Map.entry("CatalogService/ArchiveCampaign", this::archives_no_campaign),
          Map.entry("ObservationService/RecordObservations", this::records_for_itself),
          Map.entry("ObservationService/StreamObservations", this::streams_for_itself),
          Map.entry("ObservationService/ListObservations", this::lists_no_observation),
          Map.entry("PrivacyService/EraseSubject", this::forgets_nobody_elses_person),
          Map.entry("FeedService/Follow", this::follows_only_with_the_scope_for_it));

  @BeforeEach
  void acme_has_one_of_each() {
    put(service.catalog("acme"), aCampaign("x").build());
    service.catalog("acme").putCreators(creators());
    service.catalog("acme").putCollaborations(collaborations());
    service.catalog("acme").putPosts(posts());
    service.observations("acme").recordObservations(batch());
  }

  @AfterEach
  void close() {
    service.close();
  }

  @Test
  void every_method_is_tried() {
    List<String> methods =
        Stream.of(
                CatalogServiceProto.getDescriptor(),
                ObservationServiceProto.getDescriptor(),
                PrivacyServiceProto.getDescriptor(),
                FeedServiceProto.getDescriptor())
            .map(FileDescriptor::getServices)
            .flatMap(List::stream)
            .flatMap(each -> each.getMethods().stream())
            .map(method -> method.getService().getName() + "/" + method.getName())
            .toList();
    assertThat(attempts.keySet()).containsExactlyInAnyOrderElementsOf(methods);
  }

  @TestFactory
  Stream<DynamicTest> another_workspace_is_as_if_alone() {
    return attempts.entrySet().stream()
        .map(each -> DynamicTest.dynamicTest(each.getKey(), each.getValue()::run));
  }

  private void writes_campaigns_of_its_own() {
    assertNew(put(catalog, aCampaign("x").setDisplayName("Theirs").build()));
    Campaign untouched = service.catalog("acme").getCampaign(getCampaign()).getCampaign();
    assertThat(untouched).isEqualTo(aCampaign("x").setVersion(1).build());
  }

  private void writes_creators_of_its_own() {
    assertNew(catalog.putCreators(creators()).getResultsList());
  }

  private void writes_collaborations_of_its_own() {
    assertNew(catalog.putCollaborations(collaborations()).getResultsList());
  }

  private void writes_posts_of_its_own() {
    assertNew(catalog.putPosts(posts()).getResultsList());
  }

  private void reads_no_campaign() {
    assertThat(reasonOf(failureOf(() -> service.catalog("third").getCampaign(getCampaign()))))
        .isEqualTo(ErrorReason.ERROR_REASON_NOT_FOUND);
  }

  private void lists_no_campaign() {
    ListCampaignsRequest all = ListCampaignsRequest.newBuilder().setIncludeArchived(true).build();
    assertThat(service.catalog("third").listCampaigns(all).getCampaignsList()).isEmpty();
  }

  private void lists_no_creator() {
    ListCreatorsRequest all = ListCreatorsRequest.getDefaultInstance();
    assertThat(service.catalog("third").listCreators(all).getCreatorsList()).isEmpty();
  }

  private void lists_no_collaboration() {
    ListCollaborationsRequest some =
        ListCollaborationsRequest.newBuilder().setCampaignId("x").build();
    assertThat(service.catalog("third").listCollaborations(some).getCollaborationsList()).isEmpty();
  }

  private void lists_no_post() {
    ListPostsRequest some = ListPostsRequest.newBuilder().setCollaborationId("x").build();
    assertThat(service.catalog("third").listPosts(some).getPostsList()).isEmpty();
  }

  private void archives_no_campaign() {
    ArchiveCampaignRequest request = ArchiveCampaignRequest.newBuilder().setCampaignId("x").build();
    assertThat(reasonOf(failureOf(() -> service.catalog("third").archiveCampaign(request))))
        .isEqualTo(ErrorReason.ERROR_REASON_NOT_FOUND);
  }

  private void records_for_itself() {
    assertRecorded(observations.recordObservations(batch()).getResultsList());
  }

  private void streams_for_itself() {
    var answer = new CompletableFuture<StreamObservationsResponse>();
    StreamObserver<StreamObservationsRequest> batches =
        ObservationServiceGrpc.newStub(service.channel("fourth")).streamObservations(first(answer));
    batches.onNext(
        StreamObservationsRequest.newBuilder()
            .addAllObservations(batch().getObservationsList())
            .build());
    batches.onCompleted();
    assertRecorded(answer.orTimeout(30, TimeUnit.SECONDS).join().getResultsList());
  }

  private void lists_no_observation() {
    ListObservationsRequest request = ListObservationsRequest.newBuilder().setPostId("x").build();
    assertThat(service.observations("third").listObservations(request).getObservationsList())
        .isEmpty();
  }

  private void forgets_nobody_elses_person() {
    RecordObservationsRequest comments =
        RecordObservationsRequest.newBuilder().addObservations(comments("c", "x")).build();
    assertRecorded(service.observations("acme").recordObservations(comments).getResultsList());
    EraseSubjectRequest request =
        EraseSubjectRequest.newBuilder().setErasureId("x").setAuthor("Bo_Lindberg").build();

    assertThat(erased("other", request)).isZero();
    assertThat(erased("acme", request)).isEqualTo(1);
  }

  private long erased(String workspace, EraseSubjectRequest request) {
    return PrivacyServiceGrpc.newBlockingStub(service.channel(workspace))
        .eraseSubject(request)
        .getReceipt()
        .getObservations();
  }

  /** The feed spans workspaces; what keeps a workspace out is that its key has no such scope. */
  private void follows_only_with_the_scope_for_it() {
    var channel = service.channel("other", Scope.READ, Scope.WRITE);
    assertThat(reasonOf(failureOf(() -> Follower.from(channel, "").page())))
        .isEqualTo(ErrorReason.ERROR_REASON_SCOPE_MISSING);
  }

  private static List<CatalogResult> put(CatalogServiceBlockingStub catalog, Campaign campaign) {
    PutCampaign item = PutCampaign.newBuilder().setCampaign(campaign).build();
    return catalog
        .putCampaigns(PutCampaignsRequest.newBuilder().addItems(item).build())
        .getResultsList();
  }

  private static PutCreatorsRequest creators() {
    return PutCreatorsRequest.newBuilder()
        .addItems(PutCreator.newBuilder().setCreator(aCreator("x")))
        .build();
  }

  private static PutCollaborationsRequest collaborations() {
    return PutCollaborationsRequest.newBuilder()
        .addItems(PutCollaboration.newBuilder().setCollaboration(aCollaboration("x", "x")))
        .build();
  }

  private static PutPostsRequest posts() {
    return PutPostsRequest.newBuilder()
        .addItems(PutPost.newBuilder().setPost(aPost("x", "x")))
        .build();
  }

  private static RecordObservationsRequest batch() {
    return RecordObservationsRequest.newBuilder().addObservations(postCounters("x", "x")).build();
  }

  private static GetCampaignRequest getCampaign() {
    return GetCampaignRequest.newBuilder().setCampaignId("x").build();
  }

  private static void assertNew(List<CatalogResult> results) {
    assertRecorded(results.stream().map(CatalogResult::getVerdict).toList());
    assertThat(results).extracting(CatalogResult::getVersion).containsOnly(1L);
  }

  private static void assertRecorded(List<Verdict> verdicts) {
    assertThat(verdicts)
        .extracting(Verdict::getStatus)
        .containsExactly(VerdictStatus.VERDICT_STATUS_RECORDED);
  }

  private static <T> StreamObserver<T> first(CompletableFuture<T> answer) {
    return new StreamObserver<>() {
      @Override
      public void onNext(T message) {
        answer.complete(message);
      }

      @Override
      public void onError(Throwable fault) {
        answer.completeExceptionally(fault);
      }

      @Override
      public void onCompleted() {}
    };
  }
}
