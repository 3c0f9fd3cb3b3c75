package dev.tributary.ingestion.observation;

import static dev.tributary.ingestion.testing.CatalogSamples.time;
import static dev.tributary.ingestion.testing.ObservationSamples.accountCounters;
import static dev.tributary.ingestion.testing.ObservationSamples.cost;
import static dev.tributary.ingestion.testing.ObservationSamples.count;
import static dev.tributary.ingestion.testing.ObservationSamples.exchangeRate;
import static dev.tributary.ingestion.testing.ObservationSamples.postCounters;
import static dev.tributary.ingestion.testing.ObservationSamples.trafficOfCampaign;
import static dev.tributary.ingestion.testing.ObservationSamples.trafficOfCollaboration;
import static dev.tributary.ingestion.testing.OpinionSamples.audienceOfAccount;
import static dev.tributary.ingestion.testing.OpinionSamples.audienceOfPost;
import static dev.tributary.ingestion.testing.OpinionSamples.comments;
import static dev.tributary.ingestion.testing.OpinionSamples.feedback;
import static dev.tributary.ingestion.testing.OpinionSamples.mentionsOfAccount;
import static dev.tributary.ingestion.testing.OpinionSamples.mentionsOfKeyword;
import static dev.tributary.ingestion.testing.OpinionSamples.surveyResult;
import static dev.tributary.runtime.testing.Statuses.failureOf;
import static dev.tributary.runtime.testing.Statuses.fieldsOf;
import static dev.tributary.runtime.testing.Statuses.reasonOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.ingestion.testing.IngestionService;
import dev.tributary.ingestion.v1.AccountSubject;
import dev.tributary.ingestion.v1.CurrencyPair;
import dev.tributary.ingestion.v1.ListObservationsRequest;
import dev.tributary.ingestion.v1.ListObservationsResponse;
import dev.tributary.ingestion.v1.Observation;
import dev.tributary.ingestion.v1.ObservationServiceGrpc.ObservationServiceBlockingStub;
import dev.tributary.ingestion.v1.RecordObservationsRequest;
import dev.tributary.ingestion.v1.RecordObservationsResponse;
import dev.tributary.runtime.server.PageTokens;
import dev.tributary.runtime.server.Scope;
import dev.tributary.type.v1.ErrorReason;
import dev.tributary.type.v1.Platform;
import dev.tributary.type.v1.Verdict;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ObservationGrpcServiceTest {
  private final IngestionService service = IngestionService.start();
  private final ObservationServiceBlockingStub observations = service.observations("acme");

  @AfterEach
  void close() {
    service.close();
  }

  @Test
  void the_observations_of_a_batch_are_answered_one_by_one() {
    record(postCounters("used", "post-1"));
    Observation.Builder reused = postCounters("used", "post-1");
    reused.getPostCountersBuilder().setCounters(0, count("impressions", 7));
    RecordObservationsResponse answer =
        record(
            postCounters("good", "post-1"),
            postCounters("missing", ""),
            postCounters("malformed", "a\0b"),
            postCounters("future", "post-1").setObservedTime(time("2026-03-13T00:00:00Z")),
            negative("range"),
            exchangeRate("currency", "EUR", "EUX"),
            endBeforeStart("order"),
            reused,
            postCounters("good", "post-1").setObservedTime(time("2026-03-11T00:00:00Z")),
            cost("good", "cost-1"));
    assertThat(answer.getResultsList())
        .extracting(ObservationGrpcServiceTest::outcome)
        .containsExactly(
            "RECORDED",
            "FIELD_MISSING post_counters.post_id",
            "FIELD_MALFORMED post_counters.post_id",
            "FUTURE_TIME observed_time",
            "OUT_OF_RANGE post_counters.counters[0].count",
            "CURRENCY_UNKNOWN exchange_rate.quote_currency_code",
            "TIME_ORDER web_traffic.end_time",
            "ID_REUSED post_counters.counters[0].count",
            "DUPLICATE_IN_BATCH observed_time",
            "RECORDED");
  }

  @Test
  void a_resent_batch_is_answered_as_before() {
    RecordObservationsResponse first = record(postCounters("o-1", "post-1"));
    RecordObservationsResponse again = record(postCounters("o-1", "post-1"));
    assertThat(again.getPosition()).isEqualTo(first.getPosition());
    assertThat(again.getResultsList())
        .extracting(ObservationGrpcServiceTest::outcome)
        .containsExactly("ALREADY_RECORDED");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1_001})
  void a_batch_of_a_wrong_size_fails_as_a_whole(int size) {
    RecordObservationsRequest request =
        RecordObservationsRequest.newBuilder()
            .addAllObservations(Collections.nCopies(size, postCounters("o-1", "post-1").build()))
            .build();
    assertThat(reasonOf(failureOf(() -> observations.recordObservations(request))))
        .isEqualTo(ErrorReason.ERROR_REASON_BATCH_SIZE);
    assertThat(list(aboutPost()).getObservationsList()).isEmpty();
  }

  @Test
  void every_subject_can_be_listed() {
    record(
        postCounters("post", "post-1"),
        accountCounters("account", "anna"),
        cost("cost", "cost-1"),
        trafficOfCollaboration("collaboration", "anna-spring"),
        trafficOfCampaign("campaign", "spring"),
        exchangeRate("rate", "EUR", "SEK"));
    assertThat(idsOf(aboutPost())).containsExactly("post");
    assertThat(idsOf(about().setAccount(account("anna")))).containsExactly("account");
    assertThat(idsOf(about().setCostId("cost-1"))).containsExactly("cost");
    assertThat(idsOf(about().setTrafficCollaborationId("anna-spring")))
        .containsExactly("collaboration");
    assertThat(idsOf(about().setTrafficCampaignId("spring"))).containsExactly("campaign");
    assertThat(idsOf(about().setCurrencyPair(pair("EUR", "SEK")))).containsExactly("rate");
  }

  @Test
  void what_people_are_and_say_can_be_listed_by_its_subject() {
    record(
        audienceOfAccount("followers", "anna"),
        audienceOfPost("viewers", "post-1"),
        comments("comments", "post-1"),
        mentionsOfAccount("tagged", "glow"),
        mentionsOfKeyword("named", "glow"),
        surveyResult("survey", "spring"),
        feedback("feedback", "anna-spring"));
    assertThat(idsOf(about().setAudienceAccount(account("anna")))).containsExactly("followers");
    assertThat(idsOf(about().setAudiencePostId("post-1"))).containsExactly("viewers");
    assertThat(idsOf(about().setCommentsPostId("post-1"))).containsExactly("comments");
    assertThat(idsOf(about().setMentionsAccount(account("glow")))).containsExactly("tagged");
    assertThat(idsOf(about().setMentionsKeyword("glow"))).containsExactly("named");
    assertThat(idsOf(about().setSurveyCampaignId("spring"))).containsExactly("survey");
    assertThat(idsOf(about().setFeedbackCollaborationId("anna-spring")))
        .containsExactly("feedback");
  }

  @Test
  void a_list_needs_one_valid_subject() {
    assertThat(fieldsOf(failureOf(() -> list(about())))).containsExactly("subject");
    assertThat(fieldsOf(failureOf(() -> list(about().setPostId("a b")))))
        .containsExactly("post_id");
    assertThat(fieldsOf(failureOf(() -> list(about().setAccount(account("@anna"))))))
        .containsExactly("account.handle");
    assertThat(fieldsOf(failureOf(() -> list(about().setCurrencyPair(pair("EUR", "EUR"))))))
        .containsExactly("currency_pair.quote_currency_code");
    assertThat(fieldsOf(failureOf(() -> list(about().setMentionsAccount(account("@anna"))))))
        .containsExactly("mentions_account.handle");
    assertThat(fieldsOf(failureOf(() -> list(about().setMentionsKeyword(" glow")))))
        .containsExactly("mentions_keyword");
    assertThat(reasonOf(failureOf(() -> list(aboutPost().setPageSize(-1)))))
        .isEqualTo(ErrorReason.ERROR_REASON_FIELD_INVALID);
  }

  @Test
  void a_list_goes_on_where_its_page_ended() {
    record(postCounters("o-1", "post-1"), postCounters("o-2", "post-1"));
    ListObservationsResponse first = list(aboutPost().setPageSize(1));
    ListObservationsResponse second =
        list(aboutPost().setPageSize(1).setPageToken(first.getNextPageToken()));
    assertThat(first.getObservations(0).getObservationId()).isEqualTo("o-2");
    assertThat(second.getObservations(0).getObservationId()).isEqualTo("o-1");
    assertThat(second.getNextPageToken()).isEmpty();
  }

  @Test
  void a_page_token_belongs_to_its_request() {
    record(postCounters("o-1", "post-1"), postCounters("o-2", "post-1"));
    String token = list(aboutPost().setPageSize(1)).getNextPageToken();
    assertMismatch(about().setPostId("post-2").setPageToken(token));
    assertMismatch(aboutPost().setPageToken("junk"));
  }

  @Test
  void a_made_up_token_is_a_mismatch_whatever_it_holds() {
    List<List<String>> keys =
        List.of(
            List.of(),
            List.of("2026-03-12T06:00:00Z"),
            List.of("soon", "1"),
            List.of("2026-03-12T06:00:00Z", "one"),
            List.of("-1000000-01-01T00:00:00Z", "1"),
            List.of("+1000000-01-01T00:00:00Z", "1"));
    for (List<String> key : keys) {
      assertMismatch(aboutPost().setPageToken(PageTokens.encode(aboutPost().build(), key)));
    }
  }

  @Test
  void recording_wants_the_scope_write_and_listing_the_scope_read() {
    ObservationServiceBlockingStub reader = service.observations("acme", Scope.READ);
    ObservationServiceBlockingStub writer = service.observations("acme", Scope.WRITE);
    RecordObservationsRequest record =
        RecordObservationsRequest.newBuilder()
            .addObservations(postCounters("o-1", "post-1"))
            .build();
    assertThat(reasonOf(failureOf(() -> reader.recordObservations(record))))
        .isEqualTo(ErrorReason.ERROR_REASON_SCOPE_MISSING);
    assertThat(reasonOf(failureOf(() -> writer.listObservations(aboutPost().build()))))
        .isEqualTo(ErrorReason.ERROR_REASON_SCOPE_MISSING);
  }

  private RecordObservationsResponse record(Observation.Builder... batch) {
    RecordObservationsRequest.Builder request = RecordObservationsRequest.newBuilder();
    for (Observation.Builder observation : batch) {
      request.addObservations(observation);
    }
    return observations.recordObservations(request.build());
  }

  private ListObservationsResponse list(ListObservationsRequest.Builder request) {
    return observations.listObservations(request.build());
  }

  private List<String> idsOf(ListObservationsRequest.Builder request) {
    return list(request).getObservationsList().stream().map(Observation::getObservationId).toList();
  }

  private void assertMismatch(ListObservationsRequest.Builder request) {
    assertThat(reasonOf(failureOf(() -> list(request))))
        .isEqualTo(ErrorReason.ERROR_REASON_PAGE_TOKEN_MISMATCH);
  }

  private static ListObservationsRequest.Builder about() {
    return ListObservationsRequest.newBuilder();
  }

  private static ListObservationsRequest.Builder aboutPost() {
    return about().setPostId("post-1");
  }

  private static AccountSubject account(String handle) {
    return AccountSubject.newBuilder()
        .setPlatform(Platform.PLATFORM_INSTAGRAM)
        .setHandle(handle)
        .build();
  }

  private static CurrencyPair pair(String base, String quote) {
    return CurrencyPair.newBuilder().setBaseCurrencyCode(base).setQuoteCurrencyCode(quote).build();
  }

  private static Observation.Builder negative(String id) {
    Observation.Builder negative = postCounters(id, "post-1");
    negative.getPostCountersBuilder().setCounters(0, count("impressions", -1));
    return negative;
  }

  private static Observation.Builder endBeforeStart(String id) {
    Observation.Builder traffic = trafficOfCampaign(id, "spring");
    traffic.getWebTrafficBuilder().setEndTime(time("2026-03-01T00:00:00Z"));
    return traffic;
  }

  private static String outcome(Verdict verdict) {
    return verdict.hasRejection()
        ? verdict.getRejection().getReason().name().replace("ERROR_REASON_", "")
            + " "
            + verdict.getRejection().getField()
        : verdict.getStatus().name().replace("VERDICT_STATUS_", "");
  }
}
