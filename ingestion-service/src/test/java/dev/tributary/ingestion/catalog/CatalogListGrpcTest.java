package dev.tributary.ingestion.catalog;

import static dev.tributary.ingestion.testing.CatalogSamples.aCampaign;
import static dev.tributary.runtime.testing.Statuses.failureOf;
import static dev.tributary.runtime.testing.Statuses.fieldsOf;
import static dev.tributary.runtime.testing.Statuses.reasonOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.ingestion.testing.IngestionService;
import dev.tributary.ingestion.v1.ArchiveCampaignRequest;
import dev.tributary.ingestion.v1.ArchiveCampaignResponse;
import dev.tributary.ingestion.v1.Campaign;
import dev.tributary.ingestion.v1.CatalogServiceGrpc.CatalogServiceBlockingStub;
import dev.tributary.ingestion.v1.ListCampaignsRequest;
import dev.tributary.ingestion.v1.ListCampaignsResponse;
import dev.tributary.ingestion.v1.ListCreatorsRequest;
import dev.tributary.ingestion.v1.PutCampaign;
import dev.tributary.ingestion.v1.PutCampaignsRequest;
import dev.tributary.ingestion.v1.PutCampaignsResponse;
import dev.tributary.runtime.server.PageTokens;
import dev.tributary.type.v1.ErrorReason;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CatalogListGrpcTest {
  private final IngestionService service = IngestionService.start();
  private final CatalogServiceBlockingStub catalog = service.catalog("acme");

  @AfterEach
  void close() {
    service.close();
  }

  @Test
  void archiving_twice_gives_the_same_answer() {
    put(aCampaign("spring"));
    ArchiveCampaignResponse first = archive("spring");
    assertThat(first.getCampaign().getVersion()).isEqualTo(2);
    assertThat(archive("spring")).isEqualTo(first);
    assertThat(list(ListCampaignsRequest.getDefaultInstance()).getCampaignsList()).isEmpty();
    assertThat(
            list(ListCampaignsRequest.newBuilder().setIncludeArchived(true).build())
                .getCampaignsList())
        .containsExactly(first.getCampaign());
  }

  @Test
  void a_list_goes_on_where_its_page_ended() {
    put(aCampaign("a"), aCampaign("b"), aCampaign("c"));
    ListCampaignsRequest request = ListCampaignsRequest.newBuilder().setPageSize(2).build();
    ListCampaignsResponse first = list(request);
    ListCampaignsResponse second =
        list(request.toBuilder().setPageToken(first.getNextPageToken()).build());
    assertThat(first.getCampaignsList())
        .extracting(Campaign::getCampaignId)
        .containsExactly("a", "b");
    assertThat(second.getCampaignsList()).extracting(Campaign::getCampaignId).containsExactly("c");
    assertThat(second.getNextPageToken()).isEmpty();
  }

  @Test
  void a_page_token_belongs_to_its_request() {
    put(aCampaign("a"), aCampaign("b"));
    ListCampaignsRequest request = ListCampaignsRequest.newBuilder().setPageSize(1).build();
    String token = list(request).getNextPageToken();
    List<String> tokens =
        List.of(
            "junk",
            PageTokens.encode(request, List.of("a")),
            PageTokens.encode(request, List.of()));
    for (String strange : tokens) {
      assertMismatch(request.toBuilder().setPageToken(strange).build());
    }
    assertMismatch(request.toBuilder().setPageToken(token).setIncludeArchived(true).build());
  }

  @Test
  void a_made_up_token_is_a_mismatch_whatever_it_holds() {
    ListCampaignsRequest plain = ListCampaignsRequest.getDefaultInstance();
    List<List<String>> keys = List.of(List.of(), List.of("a", "b"), List.of("\0"), List.of(""));
    for (List<String> key : keys) {
      assertMismatch(plain.toBuilder().setPageToken(PageTokens.encode(plain, key)).build());
    }
  }

  @Test
  void a_negative_page_size_is_refused() {
    ListCreatorsRequest request = ListCreatorsRequest.newBuilder().setPageSize(-1).build();
    assertThat(fieldsOf(failureOf(() -> catalog.listCreators(request))))
        .containsExactly("page_size");
  }

  private PutCampaignsResponse put(Campaign.Builder... campaigns) {
    return catalog.putCampaigns(request(campaigns));
  }

  private ArchiveCampaignResponse archive(String id) {
    return catalog.archiveCampaign(ArchiveCampaignRequest.newBuilder().setCampaignId(id).build());
  }

  private ListCampaignsResponse list(ListCampaignsRequest request) {
    return catalog.listCampaigns(request);
  }

  private void assertMismatch(ListCampaignsRequest request) {
    assertThat(reasonOf(failureOf(() -> list(request))))
        .isEqualTo(ErrorReason.ERROR_REASON_PAGE_TOKEN_MISMATCH);
  }

  private static PutCampaignsRequest request(Campaign.Builder... campaigns) {
    PutCampaignsRequest.Builder request = PutCampaignsRequest.newBuilder();
    for (Campaign.Builder campaign : campaigns) {
      request.addItems(PutCampaign.newBuilder().setCampaign(campaign));
    }
    return request.build();
  }
}
