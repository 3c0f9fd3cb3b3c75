package dev.tributary.reporting;

import dev.tributary.reporting.peer.CampaignQuestions;
import dev.tributary.reporting.peer.PeerChannels;
import dev.tributary.reporting.report.ReportGrpcService;
import dev.tributary.reporting.report.Reports;
import dev.tributary.runtime.database.Database;
import dev.tributary.runtime.server.RunningService;
import dev.tributary.runtime.server.ServiceServer;
import dev.tributary.runtime.telemetry.Telemetry;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/** The reporting service, put together. */
public final class ReportingApp {
  private ReportingApp() {}

  /** Starts the service without measuring it. */
  public static RunningService create(ReportingConfig config, Clock clock) {
    return create(config, Telemetry.none(), clock);
  }

  /**
   * Opens the database and starts the server. The other services are called only when a report is
   * created, so they may start later.
   *
   * @param telemetry measures what the service does
   * @param clock tells when a report is created
   */
  public static RunningService create(ReportingConfig config, Telemetry telemetry, Clock clock) {
    Database database = Database.open(config.database(), "db/reporting");
    PeerChannels peers =
        new PeerChannels(
            config.ingestionTarget(),
            config.metricsTarget(),
            config.attributionTarget(),
            config.feedKey());
    Reports reports = new Reports(database, new CampaignQuestions(peers), clock);
    ServiceServer server =
        ServiceServer.start(
            "reporting",
            config.server(),
            telemetry,
            List.of(new ReportGrpcService(reports)),
            Set.of());
    return new RunningService(server, peers, database);
  }
}
