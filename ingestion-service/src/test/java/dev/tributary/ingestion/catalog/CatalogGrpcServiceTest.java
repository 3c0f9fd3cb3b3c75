package dev.tributary.ingestion.catalog;

import static dev.tributary.ingestion.testing.CatalogSamples.aCampaign;
import static dev.tributary.ingestion.testing.CatalogSamples.aCollaboration;
import static dev.tributary.ingestion.testing.CatalogSamples.aCreator;
import static dev.tributary.ingestion.testing.CatalogSamples.aPost;
import static dev.tributary.ingestion.testing.CatalogSamples.euros;
import static dev.tributary.runtime.testing.Statuses.failureOf;
import static dev.tributary.runtime.testing.Statuses.fieldsOf;
import static dev.tributary.runtime.testing.Statuses.reasonOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.ingestion.testing.IngestionService;
import dev.tributary.ingestion.v1.ArchiveCampaignRequest;
import dev.tributary.ingestion.v1.ArchiveCampaignResponse;
import dev.tributary.ingestion.v1.Campaign;
import dev.tributary.ingestion.v1.CatalogResult;
import dev.tributary.ingestion.v1.CatalogServiceGrpc;
import dev.tributary.ingestion.v1.CatalogServiceGrpc.CatalogServiceBlockingStub;
import dev.tributary.ingestion.v1.Collaboration;
import dev.tributary.ingestion.v1.Creator;
import dev.tributary.ingestion.v1.GetCampaignRequest;
import dev.tributary.ingestion.v1.KpiTarget;
import dev.tributary.ingestion.v1.ListCampaignsRequest;
import dev.tributary.ingestion.v1.ListCampaignsResponse;
import dev.tributary.ingestion.v1.ListCollaborationsRequest;
import dev.tributary.ingestion.v1.ListCreatorsRequest;
import dev.tributary.ingestion.v1.ListPostsRequest;
import dev.tributary.ingestion.v1.Post;
import dev.tributary.ingestion.v1.PutCampaign;
import dev.tributary.ingestion.v1.PutCampaignsRequest;
import dev.tributary.ingestion.v1.PutCampaignsResponse;
import dev.tributary.ingestion.v1.PutCollaboration;
import dev.tributary.ingestion.v1.PutCollaborationsRequest;
import dev.tributary.ingestion.v1.PutCreator;
import dev.tributary.ingestion.v1.PutCreatorsRequest;
import dev.tributary.ingestion.v1.PutPost;
import dev.tributary.ingestion.v1.PutPostsRequest;
import dev.tributary.runtime.log.Positions;
import dev.tributary.runtime.server.Scope;
import dev.tributary.runtime.testing.Statuses;
import dev.tributary.type.v1.ErrorReason;
import dev.tributary.type.v1.Rejection;
import dev.tributary.type.v1.VerdictStatus;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.Collections;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogGrpcServiceTest {
  private final IngestionService service = IngestionService.start();
  private final CatalogServiceBlockingStub catalog = service.catalog("acme");

  @AfterEach
  void close() {
    service.close();
  }

  @Test
  void every_kind_can_be_put_and_listed() {
    Creator creator = aCreator("anna").build();
    Collaboration collaboration = aCollaboration("anna-spring", "spring").build();
    Post post = aPost("post-1", "anna-spring").build();
    catalog.putCreators(
        PutCreatorsRequest.newBuilder()
            .addItems(PutCreator.newBuilder().setCreator(creator))
            .build());
    catalog.putCollaborations(
        PutCollaborationsRequest.newBuilder()
            .addItems(PutCollaboration.newBuilder().setCollaboration(collaboration))
            .build());
    catalog.putPosts(
        PutPostsRequest.newBuilder().addItems(PutPost.newBuilder().setPost(post)).build());

    assertThat(catalog.listCreators(ListCreatorsRequest.getDefaultInstance()).getCreatorsList())
        .extracting(stored -> stored.toBuilder().clearVersion().clearUpdateTime().build())
        .containsExactly(creator);
    assertThat(
            catalog
                .listCollaborations(
                    ListCollaborationsRequest.newBuilder().setCampaignId("spring").build())
                .getCollaborationsList())
        .extracting(stored -> stored.toBuilder().clearVersion().clearUpdateTime().build())
        .containsExactly(collaboration);
    assertThat(
            catalog
                .listPosts(ListPostsRequest.newBuilder().setCollaborationId("anna-spring").build())
                .getPostsList())
        .extracting(stored -> stored.toBuilder().clearVersion().clearUpdateTime().build())
        .containsExactly(post);
  }

  @Test
  void an_accepted_campaign_is_there_when_the_call_answers() {
    PutCampaignsResponse answer = put(aCampaign("spring"));
    assertThat(answer.getResultsList())
        .containsExactly(result(VerdictStatus.VERDICT_STATUS_RECORDED, 1));
    assertThat(Positions.decode(answer.getPosition()).sequences()).hasSize(1);
    assertThat(get("spring")).isEqualTo(aCampaign("spring").setVersion(1).build());
  }

  @Test
  void a_resent_batch_is_answered_as_before() {
    PutCampaignsResponse first = put(aCampaign("spring"), aCampaign("summer"));
    PutCampaignsResponse again = put(aCampaign("spring"), aCampaign("summer"));
    assertThat(again.getPosition()).isEqualTo(first.getPosition());
    assertThat(again.getResultsList())
        .containsOnly(result(VerdictStatus.VERDICT_STATUS_ALREADY_RECORDED, 1));
  }

  @Test
  void the_refused_items_of_a_batch_name_reason_and_field() {
    PutCampaignsResponse answer =
        put(
            aCampaign("good"),
            aCampaign("no-name").clearDisplayName(),
            aCampaign("nul").setDisplayName("a\0b"),
            aCampaign("negative").setBudgetMinor(-1),
            aCampaign("currency").setCurrencyCode("EUX"),
            aCampaign("order").setEndDate("2026-02-28"),
            aCampaign("mismatch").setCurrencyCode("SEK"),
            aCampaign("good").setDisplayName("Other"),
            aCampaign("good-too"));
    assertThat(answer.getResultsList())
        .extracting(CatalogGrpcServiceTest::refusal)
        .containsExactly(
            "",
            "FIELD_MISSING campaign.display_name",
            "FIELD_MALFORMED campaign.display_name",
            "OUT_OF_RANGE campaign.budget_minor",
            "CURRENCY_UNKNOWN campaign.currency_code",
            "TIME_ORDER campaign.end_date",
            "CURRENCY_MISMATCH campaign.targets[1].money.currency_code",
            "DUPLICATE_IN_BATCH campaign.campaign_id",
            "");
    assertThat(list(ListCampaignsRequest.getDefaultInstance()).getCampaignsList())
        .extracting(Campaign::getCampaignId)
        .containsExactly("good", "good-too");
  }

  @Test
  void a_version_that_is_not_there_is_refused() {
    put(aCampaign("spring"));
    PutCampaign stale =
        PutCampaign.newBuilder()
            .setCampaign(aCampaign("spring").setDisplayName("Other"))
            .setExpectedVersion(4)
            .build();
    CatalogResult result =
        catalog
            .putCampaigns(PutCampaignsRequest.newBuilder().addItems(stale).build())
            .getResults(0);
    assertThat(refusal(result)).isEqualTo("VERSION_MISMATCH expected_version");
    assertThat(result.getVersion()).isEqualTo(1);
  }

  @Test
  void a_target_of_a_kpi_that_nobody_knows_yet_is_kept() {
    Campaign.Builder campaign = aCampaign("spring");
    campaign.addTargets(KpiTarget.newBuilder().setKpiId("brand_love").setMoney(euros(1)));
    assertThat(put(campaign).getResults(0).getVerdict().getStatus())
        .isEqualTo(VerdictStatus.VERDICT_STATUS_RECORDED);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1_001})
  void a_batch_of_a_wrong_size_fails_as_a_whole(int size) {
    PutCampaignsRequest request =
        PutCampaignsRequest.newBuilder()
            .addAllItems(
                Collections.nCopies(
                    size, PutCampaign.newBuilder().setCampaign(aCampaign("spring")).build()))
            .build();
    StatusRuntimeException failure = failureOf(() -> catalog.putCampaigns(request));
    assertThat(reasonOf(failure)).isEqualTo(ErrorReason.ERROR_REASON_BATCH_SIZE);
    assertThat(Statuses.metadataOf(failure)).containsEntry("count", Integer.toString(size));
    assertThat(list(ListCampaignsRequest.getDefaultInstance()).getCampaignsList()).isEmpty();
  }

  @Test
  void a_campaign_that_is_not_there_cannot_be_read_or_archived() {
    StatusRuntimeException read = failureOf(() -> get("spring"));
    assertThat(read.getStatus().getCode()).isEqualTo(Status.Code.NOT_FOUND);
    assertThat(reasonOf(read)).isEqualTo(ErrorReason.ERROR_REASON_NOT_FOUND);
    assertThat(reasonOf(failureOf(() -> archive("spring"))))
        .isEqualTo(ErrorReason.ERROR_REASON_NOT_FOUND);
  }

  @Test
  void an_id_that_cannot_be_one_is_refused() {
    assertThat(fieldsOf(failureOf(() -> get("a b")))).containsExactly("campaign_id");
    assertThat(reasonOf(failureOf(() -> archive(""))))
        .isEqualTo(ErrorReason.ERROR_REASON_FIELD_INVALID);
    ListPostsRequest posts = ListPostsRequest.newBuilder().setCollaborationId("a b").build();
    assertThat(fieldsOf(failureOf(() -> catalog.listPosts(posts))))
        .containsExactly("collaboration_id");
  }

  @Test
  void writing_wants_the_scope_write_and_reading_the_scope_read() {
    CatalogServiceBlockingStub reader = service.catalog("acme", Scope.READ);
    CatalogServiceBlockingStub writer = service.catalog("acme", Scope.WRITE);
    PutCampaignsRequest put = request(aCampaign("spring"));
    ListCampaignsRequest list = ListCampaignsRequest.getDefaultInstance();
    assertThat(reasonOf(failureOf(() -> reader.putCampaigns(put))))
        .isEqualTo(ErrorReason.ERROR_REASON_SCOPE_MISSING);
    assertThat(reasonOf(failureOf(() -> writer.listCampaigns(list))))
        .isEqualTo(ErrorReason.ERROR_REASON_SCOPE_MISSING);
    assertThat(writer.putCampaigns(put).getResultsCount()).isEqualTo(1);
    assertThat(reader.listCampaigns(list).getCampaignsCount()).isEqualTo(1);
  }

  @Test
  void nobody_gets_in_without_a_key() {
    var stranger = CatalogServiceGrpc.newBlockingStub(service.channelWithoutKey());
    ListCampaignsRequest list = ListCampaignsRequest.getDefaultInstance();
    assertThat(reasonOf(failureOf(() -> stranger.listCampaigns(list))))
        .isEqualTo(ErrorReason.ERROR_REASON_CREDENTIAL_INVALID);
  }

  private PutCampaignsResponse put(Campaign.Builder... campaigns) {
    return catalog.putCampaigns(request(campaigns));
  }

  private Campaign get(String id) {
    return catalog
        .getCampaign(GetCampaignRequest.newBuilder().setCampaignId(id).build())
        .getCampaign();
  }

  private ArchiveCampaignResponse archive(String id) {
    return catalog.archiveCampaign(ArchiveCampaignRequest.newBuilder().setCampaignId(id).build());
  }

  private ListCampaignsResponse list(ListCampaignsRequest request) {
    return catalog.listCampaigns(request);
  }

  private static PutCampaignsRequest request(Campaign.Builder... campaigns) {
    PutCampaignsRequest.Builder request = PutCampaignsRequest.newBuilder();
    for (Campaign.Builder campaign : campaigns) {
      request.addItems(PutCampaign.newBuilder().setCampaign(campaign));
    }
    return request.build();
  }

  private static CatalogResult result(VerdictStatus status, long version) {
    CatalogResult.Builder result = CatalogResult.newBuilder().setVersion(version);
    result.getVerdictBuilder().setStatus(status);
    return result.build();
  }

  private static String refusal(CatalogResult result) {
    Rejection rejection = result.getVerdict().getRejection();
    return result.getVerdict().hasRejection()
        ? rejection.getReason().name().replace("ERROR_REASON_", "") + " " + rejection.getField()
        : "";
  }
}
