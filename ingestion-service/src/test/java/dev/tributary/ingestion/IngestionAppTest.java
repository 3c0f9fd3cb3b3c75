package dev.tributary.ingestion;

import static dev.tributary.ingestion.testing.CatalogSamples.aCampaign;
import static dev.tributary.ingestion.testing.ObservationSamples.postCounters;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.ingestion.testing.IngestionService;
import dev.tributary.ingestion.v1.GetCampaignRequest;
import dev.tributary.ingestion.v1.PutCampaign;
import dev.tributary.ingestion.v1.PutCampaignsRequest;
import dev.tributary.ingestion.v1.RecordObservationsRequest;
import dev.tributary.ingestion.v1.RecordObservationsResponse;
import dev.tributary.runtime.database.DatabaseConfig;
import dev.tributary.runtime.testing.TestDatabases;
import dev.tributary.type.v1.VerdictStatus;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class IngestionAppTest {
  @ParameterizedTest
  @EnumSource(TestDatabases.class)
  void what_was_acknowledged_is_there_after_a_restart(TestDatabases kind) {
    DatabaseConfig database = kind.fresh();
    RecordObservationsRequest batch =
        RecordObservationsRequest.newBuilder()
            .addObservations(postCounters("o-1", "post-1"))
            .build();
    RecordObservationsResponse first;
    try (IngestionService service = IngestionService.start(database)) {
      service
          .catalog("acme")
          .putCampaigns(
              PutCampaignsRequest.newBuilder()
                  .addItems(PutCampaign.newBuilder().setCampaign(aCampaign("spring")))
                  .build());
      first = service.observations("acme").recordObservations(batch);
    }
    try (IngestionService service = IngestionService.start(database)) {
      GetCampaignRequest get = GetCampaignRequest.newBuilder().setCampaignId("spring").build();
      assertThat(service.catalog("acme").getCampaign(get).getCampaign().getVersion()).isEqualTo(1);
      RecordObservationsResponse again = service.observations("acme").recordObservations(batch);
      assertThat(again.getResults(0).getStatus())
          .isEqualTo(VerdictStatus.VERDICT_STATUS_ALREADY_RECORDED);
      assertThat(again.getPosition()).isEqualTo(first.getPosition());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "tributary.ingestion.v1.CatalogService",
        "tributary.ingestion.v1.ObservationService",
        "tributary.ingestion.v1.FeedService"
      })
  void every_service_says_that_it_serves(String name) {
    try (IngestionService service = IngestionService.start()) {
      HealthCheckRequest request = HealthCheckRequest.newBuilder().setService(name).build();
      var health = HealthGrpc.newBlockingStub(service.channelWithoutKey());
      assertThat(health.check(request).getStatus()).isEqualTo(ServingStatus.SERVING);
    }
  }
}
