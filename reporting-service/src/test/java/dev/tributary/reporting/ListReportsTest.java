package dev.tributary.reporting;

import static dev.tributary.reporting.ReportingService.WORKSPACE;
import static dev.tributary.runtime.testing.Statuses.failureOf;
import static dev.tributary.runtime.testing.Statuses.fieldsOf;
import static dev.tributary.runtime.testing.Statuses.reasonOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.reporting.sample.SampleCampaign;
import dev.tributary.reporting.v1.GetReportRequest;
import dev.tributary.reporting.v1.ListReportsRequest;
import dev.tributary.reporting.v1.ListReportsResponse;
import dev.tributary.reporting.v1.Report;
import dev.tributary.runtime.server.Scope;
import dev.tributary.type.v1.ErrorReason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ListReportsTest {
  private final ReportingService reporting = ReportingService.open();

  @AfterEach
  void close() {
    reporting.close();
  }

  @Test
  void reports_are_listed_newest_first_then_by_id_page_by_page() {
    reporting.create("older");
    reporting.clock.advance(Duration.ofMinutes(1));
    reporting.create("b");
    reporting.create("a");
    reporting.clock.advance(Duration.ofMinutes(1));
    reporting.create("newest");

    assertThat(ids(all(2, ""))).containsExactly("newest", "a", "b", "older");
    assertThat(ids(all(1, SampleCampaign.ID))).containsExactly("newest", "a", "b", "older");
    assertThat(ids(all(0, ""))).hasSize(4);
    assertThat(all(2, "summer")).isEmpty();
  }

  @Test
  void a_page_token_is_bound_to_its_list() {
    reporting.create("a");
    reporting.create("b");
    String token = list(request(1, "")).getNextPageToken();

    assertThat(reasonOf(failureOf(() -> list(request(1, SampleCampaign.ID).setPageToken(token)))))
        .isEqualTo(ErrorReason.ERROR_REASON_PAGE_TOKEN_MISMATCH);
    assertThat(reasonOf(failureOf(() -> list(request(1, "").setPageToken("nonsense")))))
        .isEqualTo(ErrorReason.ERROR_REASON_PAGE_TOKEN_MISMATCH);
  }

  @Test
  void wrong_fields_are_named() {
    assertThat(fieldsOf(failureOf(() -> list(request(-1, ""))))).containsExactly("page_size");
    assertThat(fieldsOf(failureOf(() -> list(request(1, "a b"))))).containsExactly("campaign_id");
    assertThat(fieldsOf(failureOf(() -> get("")))).containsExactly("report_id");
  }

  @Test
  void another_workspace_sees_none_of_them() {
    reporting.create("a");

    assertThat(reporting.as("bolt").listReports(request(0, "").build()).getReportsList()).isEmpty();
    assertThat(
            reasonOf(
                failureOf(
                    () ->
                        reporting
                            .as("bolt")
                            .getReport(GetReportRequest.newBuilder().setReportId("a").build()))))
        .isEqualTo(ErrorReason.ERROR_REASON_NOT_FOUND);
  }

  @Test
  void a_key_that_may_only_write_reads_nothing() {
    assertThat(
            reasonOf(
                failureOf(
                    () ->
                        reporting.as(WORKSPACE, Scope.WRITE).listReports(request(0, "").build()))))
        .isEqualTo(ErrorReason.ERROR_REASON_SCOPE_MISSING);
  }

  private List<Report> all(int pageSize, String campaignId) {
    List<Report> reports = new ArrayList<>();
    String token = "";
    do {
      ListReportsResponse page = list(request(pageSize, campaignId).setPageToken(token));
      reports.addAll(page.getReportsList());
      token = page.getNextPageToken();
    } while (!token.isEmpty());
    return reports;
  }

  private ListReportsResponse list(ListReportsRequest.Builder request) {
    return reporting.as(WORKSPACE).listReports(request.build());
  }

  private void get(String reportId) {
    var unused =
        reporting
            .as(WORKSPACE)
            .getReport(GetReportRequest.newBuilder().setReportId(reportId).build());
  }

  private static ListReportsRequest.Builder request(int pageSize, String campaignId) {
    return ListReportsRequest.newBuilder().setPageSize(pageSize).setCampaignId(campaignId);
  }

  private static List<String> ids(List<Report> reports) {
    return reports.stream().map(Report::getReportId).toList();
  }
}
