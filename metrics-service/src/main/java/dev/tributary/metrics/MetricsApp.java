package dev.tributary.metrics;

import dev.tributary.metrics.feed.AttributionApplier;
import dev.tributary.metrics.feed.Feeds;
import dev.tributary.metrics.feed.IngestionApplier;
import dev.tributary.metrics.load.FactStore;
import dev.tributary.metrics.query.CampaignQueries;
import dev.tributary.metrics.query.FactReader;
import dev.tributary.metrics.query.KpiGrpcService;
import dev.tributary.metrics.query.KpiQueries;
import dev.tributary.metrics.query.ProgressQueries;
import dev.tributary.metrics.vocabulary.Vocabulary;
import dev.tributary.metrics.watch.Watchers;
import dev.tributary.runtime.database.Database;
import dev.tributary.runtime.feed.FeedFollower;
import dev.tributary.runtime.feed.FeedMeters;
import dev.tributary.runtime.feed.Freshness;
import dev.tributary.runtime.server.Channels;
import dev.tributary.runtime.server.RunningService;
import dev.tributary.runtime.server.ServiceServer;
import dev.tributary.runtime.telemetry.Telemetry;
import io.grpc.ManagedChannel;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The metrics service, put together. */
public final class MetricsApp {
  /** Each may keep a thread of the pool busy once a second, for some milliseconds. */
  private static final int WATCHERS_MAX = 100;

  private static final Duration HEARTBEAT = Duration.ofSeconds(15);

  private MetricsApp() {}

  /** Starts the service without measuring it. */
  public static RunningService create(MetricsConfig config, Clock clock) {
    return create(config, Telemetry.none(), clock);
  }

  /**
   * Opens the database, starts to follow both feeds and starts the server. A feed that cannot be
   * reached stops nothing: answers come from what was applied and say how far that is.
   *
   * @param telemetry measures what the service does
   * @param clock tells how far behind the feeds the service is, and which stories have ended
   */
  public static RunningService create(MetricsConfig config, Telemetry telemetry, Clock clock) {
    Database database = Database.open(config.database(), "db/follower", "db/metrics");
    ManagedChannel ingestion = Channels.open(config.ingestionTarget(), config.feedKey());
    ManagedChannel attribution = Channels.open(config.attributionTarget(), config.feedKey());
    Feeds feeds = new Feeds(ingestion, attribution);
    var ofIngestion = new IngestionApplier();
    var ofAttribution = new AttributionApplier();
    var observed =
        new FeedFollower<>(Feeds.INGESTION, database, feeds.ingestion(), ofIngestion, clock);
    var credited =
        new FeedFollower<>(Feeds.ATTRIBUTION, database, feeds.attribution(), ofAttribution, clock);
    observed.start();
    credited.start();

    ExecutorService answers = Executors.newFixedThreadPool(config.server().callThreads());
    Map<String, FeedFollower<?>> followers =
        Map.of(Feeds.INGESTION, observed, Feeds.ATTRIBUTION, credited);
    FeedMeters.observe(telemetry.meter(), "metrics", followers);
    FeedMeters.observeUnknown(
        telemetry.meter(),
        "metrics",
        Map.of(
            Feeds.INGESTION, ofIngestion::unknownEntries,
            Feeds.ATTRIBUTION, ofAttribution::unknownEntries));
    var freshness = new Freshness(followers, answers);
    var facts = new FactStore(Vocabulary.standard());
    var kpis = new KpiQueries(new FactReader(database, facts, freshness), clock);
    var campaigns = new CampaignQueries(database, facts, freshness, clock);
    var watchers = new Watchers(WATCHERS_MAX, HEARTBEAT, answers);
    var calls =
        new KpiGrpcService(
            kpis, campaigns, new ProgressQueries(campaigns, kpis, clock), watchers, freshness);
    ServiceServer server =
        ServiceServer.start("metrics", config.server(), telemetry, List.of(calls), Set.of());
    return new RunningService(
        server,
        watchers,
        answers::shutdown,
        observed,
        credited,
        ingestion::shutdownNow,
        attribution::shutdownNow,
        database);
  }
}
