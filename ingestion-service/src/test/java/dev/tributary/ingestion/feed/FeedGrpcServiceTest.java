package dev.tributary.ingestion.feed;

import static dev.tributary.ingestion.testing.CatalogSamples.aCampaign;
import static dev.tributary.ingestion.testing.CatalogSamples.aCollaboration;
import static dev.tributary.ingestion.testing.CatalogSamples.aCreator;
import static dev.tributary.ingestion.testing.CatalogSamples.aPost;
import static dev.tributary.ingestion.testing.ObservationSamples.postCounters;
import static dev.tributary.runtime.testing.Statuses.failureOf;
import static dev.tributary.runtime.testing.Statuses.reasonOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.ingestion.testing.Follower;
import dev.tributary.ingestion.testing.IngestionService;
import dev.tributary.ingestion.v1.FeedEntry;
import dev.tributary.ingestion.v1.FollowResponse;
import dev.tributary.ingestion.v1.PutCampaign;
import dev.tributary.ingestion.v1.PutCampaignsRequest;
import dev.tributary.ingestion.v1.PutCollaboration;
import dev.tributary.ingestion.v1.PutCollaborationsRequest;
import dev.tributary.ingestion.v1.PutCreator;
import dev.tributary.ingestion.v1.PutCreatorsRequest;
import dev.tributary.ingestion.v1.PutPost;
import dev.tributary.ingestion.v1.PutPostsRequest;
import dev.tributary.ingestion.v1.RecordObservationsRequest;
import dev.tributary.runtime.api.ProtoTimes;
import dev.tributary.runtime.log.Positions;
import dev.tributary.runtime.server.Scope;
import dev.tributary.runtime.testing.TestDatabases;
import dev.tributary.type.v1.ErrorReason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FeedGrpcServiceTest {
  @Test
  void an_empty_feed_sends_one_empty_page_that_tells_where_it_stands() {
    try (IngestionService service = IngestionService.start();
        Follower follower = Follower.from(service.channel("metrics"), "")) {
      FollowResponse page = follower.page();
      assertThat(page.getEntriesList()).isEmpty();
      assertThat(Positions.decode(page.getNextCursor()).feed()).isEqualTo("ingestion");
    }
  }

  @Test
  void everything_written_is_in_the_feed_as_it_is_stored() {
    try (IngestionService service = IngestionService.start();
        Follower follower = Follower.from(service.channel("metrics"), "")) {
      String position = writeOneOfEach(service, "acme");
      List<FeedEntry> entries = follower.take(5);

      var now = ProtoTimes.toProto(service.clock().instant());
      assertThat(entries)
          .extracting(FeedEntry::getChangeCase)
          .containsExactlyInAnyOrder(
              FeedEntry.ChangeCase.CAMPAIGN,
              FeedEntry.ChangeCase.CREATOR,
              FeedEntry.ChangeCase.COLLABORATION,
              FeedEntry.ChangeCase.POST,
              FeedEntry.ChangeCase.OBSERVATION);
      assertThat(entries)
          .allSatisfy(entry -> assertThat(entry.getWorkspace()).isEqualTo("acme"))
          .allSatisfy(entry -> assertThat(entry.getRecordTime()).isEqualTo(now));
      assertThat(entries)
          .filteredOn(FeedEntry::hasObservation)
          .extracting(FeedEntry::getObservation)
          .containsExactly(postCounters("o-1", "post-1").setReceiveTime(now).build());
      assertThat(entries)
          .filteredOn(FeedEntry::hasCreator)
          .extracting(FeedEntry::getCreator)
          .containsExactly(aCreator("anna").setVersion(1).setUpdateTime(now).build());
      assertThat(Positions.decode(follower.cursor()).covers(Positions.decode(position))).isTrue();
    }
  }

  @Test
  void a_follower_goes_on_after_its_cursor_also_when_the_service_was_away() {
    var database = TestDatabases.H2.fresh();
    String cursor;
    try (IngestionService service = IngestionService.start(database);
        Follower follower = Follower.from(service.channel("metrics"), "")) {
      record(service, "acme", "o-1", "post-1");
      follower.take(1);
      cursor = follower.cursor();
      record(service, "acme", "o-2", "post-1");
    }
    try (IngestionService service = IngestionService.start(database);
        Follower follower = Follower.from(service.channel("metrics"), cursor)) {
      record(service, "acme", "o-3", "post-1");
      assertThat(follower.take(2))
          .extracting(entry -> entry.getObservation().getObservationId())
          .containsExactly("o-2", "o-3");
    }
  }

  @Test
  void a_page_tells_where_the_feed_ended_when_it_was_read() {
    try (IngestionService service = IngestionService.start()) {
      String position = record(service, "acme", "o-1", "post-1");
      try (Follower follower = Follower.from(service.channel("metrics"), "")) {
        FollowResponse page = follower.page();
        assertThat(page.getHeadPosition()).isEqualTo(page.getNextCursor());
        assertThat(Positions.decode(page.getHeadPosition())).isEqualTo(Positions.decode(position));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabases.class)
  void while_many_write_no_entry_is_skipped_and_none_comes_twice(TestDatabases kind)
      throws Exception {
    int writers = 4;
    int batches = 12;
    int size = 25;
    ExecutorService threads = Executors.newFixedThreadPool(writers);
    try (IngestionService service = IngestionService.start(kind.fresh());
        Follower follower = Follower.from(service.channel("metrics"), "")) {
      List<Future<?>> done = new ArrayList<>();
      for (int writer = 0; writer < writers; writer++) {
        String workspace = "w-" + writer;
        done.add(threads.submit(() -> write(service, workspace, batches, size)));
      }
      assertGapless(follower.take(writers * batches * size));
      for (Future<?> each : done) {
        each.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void a_cursor_of_another_feed_is_refused() {
    try (IngestionService service = IngestionService.start();
        IngestionService other = IngestionService.start()) {
      String elsewhere = record(other, "acme", "o-1", "post-1");
      for (String cursor : List.of("junk", elsewhere)) {
        assertThat(reasonOf(failureOf(() -> Follower.from(service.channel("m"), cursor).page())))
            .isEqualTo(ErrorReason.ERROR_REASON_POSITION_UNKNOWN);
      }
    }
  }

  @Test
  void following_wants_the_scope_feed() {
    try (IngestionService service = IngestionService.start()) {
      var channel = service.channel("acme", Scope.READ, Scope.WRITE);
      assertThat(reasonOf(failureOf(() -> Follower.from(channel, "").page())))
          .isEqualTo(ErrorReason.ERROR_REASON_SCOPE_MISSING);
      var feedOnly = service.channel("acme", Scope.FEED);
      assertThat(Follower.from(feedOnly, "").page().getEntriesCount()).isZero();
    }
  }

  private static Void write(IngestionService service, String workspace, int batches, int size) {
    var observations = service.observations(workspace);
    for (int batch = 0; batch < batches; batch++) {
      RecordObservationsRequest.Builder request = RecordObservationsRequest.newBuilder();
      for (int i = 0; i < size; i++) {
        request.addObservations(postCounters("o-" + batch, "post-" + i));
      }
      observations.recordObservations(request.build());
    }
    return null;
  }

  private static void assertGapless(List<FeedEntry> entries) {
    Map<Integer, Long> last = new HashMap<>();
    for (FeedEntry entry : entries) {
      long before = last.getOrDefault(entry.getShard(), 0L);
      assertThat(entry.getSequence()).as("shard %s", entry.getShard()).isEqualTo(before + 1);
      last.put(entry.getShard(), entry.getSequence());
    }
  }

  private static String record(
      IngestionService service, String workspace, String id, String postId) {
    RecordObservationsRequest request =
        RecordObservationsRequest.newBuilder().addObservations(postCounters(id, postId)).build();
    return service.observations(workspace).recordObservations(request).getPosition();
  }

  /** Writes one item of each kind and answers the position of the last. */
  private static String writeOneOfEach(IngestionService service, String workspace) {
    var catalog = service.catalog(workspace);
    catalog.putCampaigns(
        PutCampaignsRequest.newBuilder()
            .addItems(PutCampaign.newBuilder().setCampaign(aCampaign("spring")))
            .build());
    catalog.putCreators(
        PutCreatorsRequest.newBuilder()
            .addItems(PutCreator.newBuilder().setCreator(aCreator("anna")))
            .build());
    catalog.putCollaborations(
        PutCollaborationsRequest.newBuilder()
            .addItems(
                PutCollaboration.newBuilder()
                    .setCollaboration(aCollaboration("anna-spring", "spring")))
            .build());
    catalog.putPosts(
        PutPostsRequest.newBuilder()
            .addItems(PutPost.newBuilder().setPost(aPost("post-1", "anna-spring")))
            .build());
    return record(service, workspace, "o-1", "post-1");
  }
}
