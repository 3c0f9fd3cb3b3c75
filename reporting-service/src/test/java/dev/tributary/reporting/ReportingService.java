package dev.tributary.reporting;

import dev.tributary.reporting.peer.StandIns;
import dev.tributary.reporting.sample.SampleCampaign;
import dev.tributary.reporting.v1.CreateReportRequest;
import dev.tributary.reporting.v1.RenderFormat;
import dev.tributary.reporting.v1.RenderReportRequest;
import dev.tributary.reporting.v1.RenderReportResponse;
import dev.tributary.reporting.v1.Report;
import dev.tributary.reporting.v1.ReportServiceGrpc;
import dev.tributary.reporting.v1.ReportServiceGrpc.ReportServiceBlockingStub;
import dev.tributary.runtime.database.DatabaseConfig;
import dev.tributary.runtime.server.RunningService;
import dev.tributary.runtime.server.Scope;
import dev.tributary.runtime.server.TestKeys;
import dev.tributary.runtime.settings.Secret;
import dev.tributary.runtime.testing.FixedClock;
import dev.tributary.runtime.testing.TestClients;
import dev.tributary.runtime.testing.TestDatabases;
import dev.tributary.runtime.testing.TestServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The whole service on a port, with stand-ins for the other three. */
final class ReportingService implements AutoCloseable {
  static final String WORKSPACE = StandIns.WORKSPACE;
  private static final Secret FEED_KEY = new Secret(TestKeys.key("feeds", Scope.FEED));

  final StandIns peers = new StandIns();
  final FixedClock clock = FixedClock.at(SampleCampaign.CREATED);
  private final DatabaseConfig database = TestDatabases.H2.fresh();
  private final Optional<Secret> feedKey;
  private RunningService service;
  private TestClients clients;

  private ReportingService(Optional<Secret> feedKey) {
    this.feedKey = feedKey;
    service = start();
    clients = new TestClients(service.target());
  }

  static ReportingService open() {
    return new ReportingService(Optional.of(FEED_KEY));
  }

  static ReportingService withoutFeedKey() {
    return new ReportingService(Optional.empty());
  }

  /** A stub that calls as the workspace; without scopes it has all of them. */
  ReportServiceBlockingStub as(String workspace, Scope... scopes) {
    return ReportServiceGrpc.newBlockingStub(clients.channel(workspace, scopes));
  }

  Report create(String reportId) {
    return as(WORKSPACE).createReport(request(reportId).build()).getReport();
  }

  static CreateReportRequest.Builder request(String reportId) {
    return CreateReportRequest.newBuilder().setReportId(reportId).setCampaignId(SampleCampaign.ID);
  }

  List<RenderReportResponse> render(String reportId, RenderFormat format) {
    List<RenderReportResponse> pieces = new ArrayList<>();
    as(WORKSPACE)
        .renderReport(
            RenderReportRequest.newBuilder().setReportId(reportId).setFormat(format).build())
        .forEachRemaining(pieces::add);
    return pieces;
  }

  /** Stops the service and starts it again on the same data. */
  void restart() {
    clients.close();
    service.close();
    service = start();
    clients = new TestClients(service.target());
  }

  @Override
  public void close() {
    clients.close();
    service.close();
    peers.close();
  }

  private RunningService start() {
    return ReportingApp.create(
        new ReportingConfig(
            TestServer.config(),
            database,
            peers.ingestionTarget(),
            peers.metricsTarget(),
            peers.attributionTarget(),
            feedKey),
        clock);
  }
}
