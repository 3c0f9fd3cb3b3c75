package dev.tributary.reporting.report;

import dev.tributary.reporting.v1.CreateReportRequest;
import dev.tributary.reporting.v1.CreateReportResponse;
import dev.tributary.reporting.v1.GetReportRequest;
import dev.tributary.reporting.v1.GetReportResponse;
import dev.tributary.reporting.v1.ListReportsRequest;
import dev.tributary.reporting.v1.ListReportsResponse;
import dev.tributary.reporting.v1.RenderFormat;
import dev.tributary.reporting.v1.RenderReportRequest;
import dev.tributary.reporting.v1.RenderReportResponse;
import dev.tributary.reporting.v1.ReportServiceGrpc;
import dev.tributary.runtime.api.ApiException;
import dev.tributary.runtime.api.Fields;
import dev.tributary.runtime.api.Rejected;
import dev.tributary.runtime.server.Caller;
import dev.tributary.runtime.server.PageTokens;
import dev.tributary.runtime.server.Replies;
import dev.tributary.runtime.server.Scope;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.Optional;

/** Calls of tributary.reporting.v1.ReportService. */
public final class ReportGrpcService extends ReportServiceGrpc.ReportServiceImplBase {
  private static final int PAGE_SIZE_DEFAULT = 100;
  private static final int PAGE_SIZE_MAX = 1_000;

  private final Reports reports;

  /** Serves these reports. */
  public ReportGrpcService(Reports reports) {
    this.reports = reports;
  }

  @Override
  public void createReport(CreateReportRequest request, StreamObserver<CreateReportResponse> out) {
    Caller caller = caller(Scope.WRITE);
    NewReport asked = parsed(() -> ReportProtos.newReport(request));
    Replies.reply(
        out,
        CreateReportResponse.newBuilder()
            .setReport(reports.create(caller.workspace(), asked))
            .build());
  }

  @Override
  public void getReport(GetReportRequest request, StreamObserver<GetReportResponse> out) {
    Caller caller = caller(Scope.READ);
    String reportId = parsed(() -> Fields.id("report_id", request.getReportId()));
    Replies.reply(
        out,
        GetReportResponse.newBuilder()
            .setContent(reports.content(caller.workspace(), reportId))
            .build());
  }

  @Override
  public void listReports(ListReportsRequest request, StreamObserver<ListReportsResponse> out) {
    Caller caller = caller(Scope.READ);
    int pageSize = PageTokens.pageSize(request.getPageSize(), PAGE_SIZE_DEFAULT, PAGE_SIZE_MAX);
    Optional<String> campaignId =
        parsed(() -> Fields.optionalId("campaign_id", request.getCampaignId()));
    Optional<ReportKey> after = ReportProtos.after(request);
    List<StoredReport> page = reports.page(caller.workspace(), campaignId, after, pageSize + 1);
    Replies.reply(out, ReportProtos.page(request, page, pageSize));
  }

  @Override
  public void renderReport(RenderReportRequest request, StreamObserver<RenderReportResponse> out) {
    Caller caller = caller(Scope.READ);
    String reportId = parsed(() -> Fields.id("report_id", request.getReportId()));
    RenderFormat format = parsed(() -> Fields.known("format", request.getFormat()));
    ReportProtos.pieces(reports.render(caller.workspace(), reportId, format)).forEach(out::onNext);
    out.onCompleted();
  }

  private static Caller caller(Scope scope) {
    Caller caller = Caller.current();
    caller.require(scope);
    return caller;
  }

  private static <T> T parsed(Parsing<T> parsing) {
    try {
      return parsing.parse();
    } catch (Rejected rejected) {
      throw ApiException.fieldInvalid(rejected);
    }
  }

  private interface Parsing<T> {
    T parse() throws Rejected;
  }
}
