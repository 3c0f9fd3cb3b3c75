package dev.tributary.reporting;

import static dev.tributary.reporting.ReportingService.WORKSPACE;
import static dev.tributary.reporting.ReportingService.request;
import static dev.tributary.runtime.testing.Statuses.failureOf;
import static dev.tributary.runtime.testing.Statuses.fieldsOf;
import static dev.tributary.runtime.testing.Statuses.metadataOf;
import static dev.tributary.runtime.testing.Statuses.reasonOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.attribution.v1.SummarizeCreditsRequest;
import dev.tributary.reporting.sample.SampleCampaign;
import dev.tributary.reporting.sample.SampleReports;
import dev.tributary.reporting.v1.CreateReportRequest;
import dev.tributary.reporting.v1.GetReportRequest;
import dev.tributary.reporting.v1.Report;
import dev.tributary.reporting.v1.ReportContent;
import dev.tributary.runtime.api.ApiException;
import dev.tributary.runtime.api.ProtoTimes;
import dev.tributary.runtime.server.Scope;
import dev.tributary.type.v1.ErrorReason;
import dev.tributary.type.v1.Objective;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CreateReportTest {
  private final ReportingService reporting = ReportingService.open();

  @AfterEach
  void close() {
    reporting.close();
  }

  @Test
  void a_report_says_what_the_other_services_answered_at_that_moment() {
    Report report = reporting.create("spring-1");

    assertThat(report.getTitle()).isEqualTo("Spring serum launch");
    assertThat(ProtoTimes.toInstant(report.getCreateTime())).isEqualTo(SampleCampaign.CREATED);
    assertThat(report.getAsOfList()).hasSize(2);
    assertThat(content("spring-1").getSectionsList())
        .isEqualTo(SampleReports.sales().getSectionsList());
  }

  @Test
  void numbers_include_everything_that_was_acknowledged_before_the_call() {
    reporting.create("spring-1");

    List<String> heads = List.of("ingestion-head-1", "attribution-head-1");
    assertThat(reporting.peers.kpis().queries())
        .singleElement()
        .satisfies(query -> assertThat(query.getAtLeastList()).isEqualTo(heads));
    assertThat(reporting.peers.kpis().series())
        .singleElement()
        .satisfies(query -> assertThat(query.getAtLeastList()).isEqualTo(heads));
    assertThat(reporting.peers.kpis().faults())
        .singleElement()
        .satisfies(query -> assertThat(query.getAtLeastList()).isEqualTo(heads));
  }

  @Test
  void the_days_that_have_begun_are_drawn_in_the_campaigns_zone_and_currency() {
    reporting.create("spring-1");

    assertThat(reporting.peers.kpis().series())
        .singleElement()
        .satisfies(
            query -> {
              assertThat(query.getStartDate()).isEqualTo("2026-04-06");
              assertThat(query.getEndDate()).isEqualTo("2026-05-10");
              assertThat(query.getTimeZone()).isEqualTo("Europe/Stockholm");
              assertThat(query.getCurrencyCode()).isEqualTo("EUR");
            });
  }

  @Test
  void the_ledger_is_asked_for_the_campaign_and_for_all_orders_of_its_days() {
    reporting.create("spring-1");

    List<SummarizeCreditsRequest> requests = reporting.peers.ledger().requests();
    assertThat(requests)
        .extracting(SummarizeCreditsRequest::getCampaignId)
        .containsExactly(SampleCampaign.ID, "");
    assertThat(requests.get(0).hasTimeRange()).isFalse();
    assertThat(ProtoTimes.toInstant(requests.get(1).getTimeRange().getStartTime()))
        .isEqualTo("2026-04-05T22:00:00Z");
    assertThat(ProtoTimes.toInstant(requests.get(1).getTimeRange().getEndTime()))
        .isEqualTo("2026-05-17T22:00:00Z");
  }

  @Test
  void every_question_is_asked_in_the_name_of_the_caller() {
    reporting.create("spring-1");

    assertThat(reporting.peers.workspaces()).isNotEmpty().containsOnly(WORKSPACE);
  }

  @Test
  void an_answer_in_several_pages_is_added_up_from_its_rows() {
    reporting.peers.kpis().rowsPerPage(4);

    reporting.create("spring-1");

    assertThat(content("spring-1").getSections(0).getSentencesList())
        .isEqualTo(SampleReports.sales().getSections(0).getSentencesList());
  }

  @Test
  void the_feed_is_followed_from_where_it_was_seen_last_and_anew_when_it_began_anew() {
    reporting.create("spring-1");
    reporting.create("spring-2");
    reporting.peers.ingestionFeed().beginAnew();
    reporting.create("spring-3");

    assertThat(reporting.peers.ingestionFeed().cursors())
        .containsExactly("", "ingestion-head-1", "ingestion-head-1", "");
    assertThat(reporting.peers.kpis().queries().get(2).getAtLeast(0)).isEqualTo("ingestion-head-2");
  }

  @Test
  void a_resend_answers_with_the_report_as_it_was_created() {
    Report first = reporting.create("spring-1");
    reporting.peers.answer(SampleCampaign.answers(Objective.OBJECTIVE_AWARENESS));
    reporting.clock.advance(Duration.ofDays(1));

    assertThat(reporting.create("spring-1")).isEqualTo(first);
    assertThat(reporting.peers.kpis().queries()).hasSize(1);
    assertThat(content("spring-1").getObjective()).isEqualTo(Objective.OBJECTIVE_SALES);
  }

  @Test
  void two_calls_at_the_same_time_make_one_report() {
    CyclicBarrier both = new CyclicBarrier(2);
    reporting.peers.catalog().beforeCampaign(() -> await(both));
    CompletableFuture<Report> one =
        CompletableFuture.supplyAsync(() -> reporting.create("spring-1"));
    CompletableFuture<Report> other =
        CompletableFuture.supplyAsync(() -> reporting.create("spring-1"));

    assertThat(one.join()).isEqualTo(other.join());
    assertThat(reporting.peers.kpis().queries()).hasSize(2);
  }

  @Test
  void an_id_is_not_used_for_another_report() {
    reporting.create("spring-1");

    StatusRuntimeException otherTitle =
        failureOf(() -> create(request("spring-1").setTitle("Other")));
    StatusRuntimeException otherCampaign =
        failureOf(() -> create(request("spring-1").setCampaignId("summer")));

    assertThat(otherTitle.getStatus().getCode()).isEqualTo(Code.ALREADY_EXISTS);
    assertThat(reasonOf(otherTitle)).isEqualTo(ErrorReason.ERROR_REASON_ID_REUSED);
    assertThat(metadataOf(otherTitle)).containsEntry("field", "title");
    assertThat(metadataOf(otherCampaign)).containsEntry("field", "campaign_id");
  }

  @Test
  void a_campaign_that_does_not_exist_is_not_found() {
    StatusRuntimeException failure =
        failureOf(() -> create(request("spring-1").setCampaignId("summer")));

    assertThat(reasonOf(failure)).isEqualTo(ErrorReason.ERROR_REASON_NOT_FOUND);
    assertThat(metadataOf(failure)).containsEntry("resource", "campaign");
  }

  @Test
  void another_workspace_cannot_report_on_the_campaign() {
    StatusRuntimeException failure =
        failureOf(() -> reporting.as("bolt").createReport(request("spring-1").build()));

    assertThat(reasonOf(failure)).isEqualTo(ErrorReason.ERROR_REASON_NOT_FOUND);
  }

  @Test
  void wrong_fields_are_named() {
    assertThat(fieldsOf(failureOf(() -> create(request(""))))).containsExactly("report_id");
    assertThat(fieldsOf(failureOf(() -> create(request("spring 1"))))).containsExactly("report_id");
    assertThat(fieldsOf(failureOf(() -> create(request("spring-1").setCampaignId("")))))
        .containsExactly("campaign_id");
    assertThat(fieldsOf(failureOf(() -> create(request("spring-1").setTitle("x".repeat(201))))))
        .containsExactly("title");
    assertThat(fieldsOf(failureOf(() -> create(request("spring-1").setTitle("a\0b")))))
        .containsExactly("title");
  }

  @Test
  void a_title_of_200_characters_beyond_the_basic_plane_is_kept() {
    String title = "🎉".repeat(200);

    create(request("spring-1").setTitle(title));

    assertThat(create(request("spring-1").setTitle(title)).getTitle()).isEqualTo(title);
  }

  @Test
  void a_service_that_is_down_is_named() {
    reporting.peers.stopMetrics();

    StatusRuntimeException failure = failureOf(() -> reporting.create("spring-1"));

    assertThat(reasonOf(failure)).isEqualTo(ErrorReason.ERROR_REASON_PEER_UNAVAILABLE);
    assertThat(metadataOf(failure)).containsEntry("peer", "metrics");
    assertThat(reasonOf(failureOf(() -> content("spring-1"))))
        .isEqualTo(ErrorReason.ERROR_REASON_NOT_FOUND);
  }

  @Test
  void the_callers_deadline_ends_the_questions_too() throws Exception {
    CompletableFuture<Boolean> givenUp = reporting.peers.kpis().fallSilent();

    // On a machine that stands still a deadline may pass before the question is asked at all.
    while (reporting.peers.kpis().queries().isEmpty()) {
      StatusRuntimeException failure =
          failureOf(
              () ->
                  reporting
                      .as(WORKSPACE)
                      .withDeadlineAfter(500, TimeUnit.MILLISECONDS)
                      .createReport(request("spring-1").build()));
      assertThat(failure.getStatus().getCode()).isEqualTo(Code.DEADLINE_EXCEEDED);
    }

    assertThat(givenUp.get(60, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void a_peers_refusal_of_our_question_is_our_fault() {
    reporting.peers.kpis().refuse(ApiException.fieldInvalid("kpi_ids", "51 (expected: 1-50)"));

    StatusRuntimeException failure = failureOf(() -> reporting.create("spring-1"));

    assertThat(reasonOf(failure)).isEqualTo(ErrorReason.ERROR_REASON_INTERNAL);
    assertThat(failure).hasMessageNotContaining("kpi_ids");
  }

  @Test
  void a_key_that_may_only_read_creates_nothing() {
    StatusRuntimeException failure =
        failureOf(
            () -> reporting.as(WORKSPACE, Scope.READ).createReport(request("spring-1").build()));

    assertThat(reasonOf(failure)).isEqualTo(ErrorReason.ERROR_REASON_SCOPE_MISSING);
    assertThat(metadataOf(failure)).containsEntry("scope", "write");
  }

  @Test
  void the_services_own_key_opens_the_feeds() {
    Report report =
        reporting
            .as(WORKSPACE, Scope.READ, Scope.WRITE)
            .createReport(request("spring-1").build())
            .getReport();

    assertThat(report.getReportId()).isEqualTo("spring-1");
  }

  @Test
  void without_a_key_of_its_own_the_caller_must_be_allowed_to_see_the_feeds() {
    try (ReportingService keyless = ReportingService.withoutFeedKey()) {
      assertThat(keyless.create("spring-1").getReportId()).isEqualTo("spring-1");

      StatusRuntimeException failure =
          failureOf(
              () ->
                  keyless
                      .as(WORKSPACE, Scope.READ, Scope.WRITE)
                      .createReport(request("spring-2").build()));

      assertThat(reasonOf(failure)).isEqualTo(ErrorReason.ERROR_REASON_SCOPE_MISSING);
      assertThat(metadataOf(failure)).containsEntry("scope", "feed");
    }
  }

  private Report create(CreateReportRequest.Builder request) {
    return reporting.as(WORKSPACE).createReport(request.build()).getReport();
  }

  private ReportContent content(String reportId) {
    return reporting
        .as(WORKSPACE)
        .getReport(GetReportRequest.newBuilder().setReportId(reportId).build())
        .getContent();
  }

  private static void await(CyclicBarrier both) {
    try {
      both.await(60, TimeUnit.SECONDS);
    } catch (InterruptedException | BrokenBarrierException | TimeoutException broken) {
      throw new AssertionError(broken);
    }
  }
}
