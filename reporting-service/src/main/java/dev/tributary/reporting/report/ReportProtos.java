package dev.tributary.reporting.report;

import com.google.protobuf.UnsafeByteOperations;
import dev.tributary.reporting.v1.CreateReportRequest;
import dev.tributary.reporting.v1.ListReportsRequest;
import dev.tributary.reporting.v1.ListReportsResponse;
import dev.tributary.reporting.v1.RenderReportResponse;
import dev.tributary.runtime.api.ApiException;
import dev.tributary.runtime.api.Fields;
import dev.tributary.runtime.api.Rejected;
import dev.tributary.runtime.server.PageTokens;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Between the messages of the contract and what reports are made of. */
final class ReportProtos {
  private static final int TITLE_CHARACTERS_MAX = 200;
  private static final int KEY_PARTS = 2;

  private ReportProtos() {}

  static NewReport newReport(CreateReportRequest request) throws Rejected {
    return new NewReport(
        Fields.id("report_id", request.getReportId()),
        Fields.id("campaign_id", request.getCampaignId()),
        Fields.text("title", request.getTitle(), TITLE_CHARACTERS_MAX));
  }

  /** Where the page before ended. */
  static Optional<ReportKey> after(ListReportsRequest request) {
    return PageTokens.decode(request.getPageToken(), withoutPage(request)).map(ReportProtos::key);
  }

  /**
   * One page of the list.
   *
   * @param reports as many as the page may hold, and one more if there is a next page
   */
  static ListReportsResponse page(
      ListReportsRequest request, List<StoredReport> reports, int pageSize) {
    List<StoredReport> shown = reports.subList(0, Math.min(pageSize, reports.size()));
    ListReportsResponse.Builder page =
        ListReportsResponse.newBuilder()
            .addAllReports(shown.stream().map(StoredReport::head).toList());
    if (reports.size() > pageSize) {
      ReportKey last = ReportKey.of(shown.get(pageSize - 1));
      page.setNextPageToken(
          PageTokens.encode(
              withoutPage(request), List.of(last.createTime().toString(), last.reportId())));
    }
    return page.build();
  }

  /** The file in pieces; the first one says what it is. */
  static List<RenderReportResponse> pieces(ReportFile file) {
    List<RenderReportResponse> messages = new ArrayList<>();
    for (byte[] piece : file.pieces()) {
      RenderReportResponse.Builder message =
          RenderReportResponse.newBuilder().setChunk(UnsafeByteOperations.unsafeWrap(piece));
      if (messages.isEmpty()) {
        message.setContentType(file.contentType()).setSha256Hex(file.sha256Hex());
      }
      messages.add(message.build());
    }
    return messages;
  }

  private static ReportKey key(List<String> parts) {
    if (parts.size() != KEY_PARTS) {
      throw ApiException.pageTokenMismatch();
    }
    try {
      return new ReportKey(Instant.parse(parts.get(0)), parts.get(1));
    } catch (DateTimeParseException forged) {
      throw ApiException.pageTokenMismatch();
    }
  }

  private static ListReportsRequest withoutPage(ListReportsRequest request) {
    return request.toBuilder().clearPageSize().clearPageToken().build();
  }
}
