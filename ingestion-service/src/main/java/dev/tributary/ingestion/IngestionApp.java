package dev.tributary.ingestion;

import dev.tributary.ingestion.catalog.Catalog;
import dev.tributary.ingestion.catalog.CatalogGrpcService;
import dev.tributary.ingestion.feed.FeedGrpcService;
import dev.tributary.ingestion.observation.ObservationAuthors;
import dev.tributary.ingestion.observation.ObservationGrpcService;
import dev.tributary.ingestion.observation.Observations;
import dev.tributary.ingestion.privacy.Erasures;
import dev.tributary.ingestion.privacy.PrivacyGrpcService;
import dev.tributary.runtime.database.Database;
import dev.tributary.runtime.feed.EntryTable;
import dev.tributary.runtime.feed.FeedReader;
import dev.tributary.runtime.identity.PersonHasher;
import dev.tributary.runtime.log.FeedLog;
import dev.tributary.runtime.server.RunningService;
import dev.tributary.runtime.server.ServiceServer;
import dev.tributary.runtime.telemetry.Telemetry;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;

/** The ingestion service, put together. */
public final class IngestionApp {
  /** Name of the service's feed, which positions carry. */
  public static final String FEED = "ingestion";

  private IngestionApp() {}

  /** Starts the service without measuring it. */
  public static RunningService create(IngestionConfig config, Clock clock) {
    return create(config, Telemetry.none(), clock);
  }

  /**
   * Opens the database and starts the server.
   *
   * @param telemetry measures what the service does
   * @param clock tells receive times and update times
   */
  public static RunningService create(IngestionConfig config, Telemetry telemetry, Clock clock) {
    Database database = Database.open(config.database(), "db/log", "db/ingestion");
    PersonHasher hasher =
        PersonHasher.open(config.idKey(), config.idKeyFile(), config.database().isEmbedded());
    FeedLog log = new FeedLog(FEED, clock);
    FeedReader reader = new FeedReader(database, log, List.of(new EntryTable()));

    Catalog catalog = new Catalog(database, log, clock, reader::wake);
    Observations observations =
        new Observations(database, config.writing(), log, hasher, clock, reader::wake)
            .measuredBy(telemetry.meter());
    Erasures erasures =
        new Erasures(database, log, reader::wake, new ObservationAuthors(), new SecureRandom());

    ServiceServer server =
        ServiceServer.start(
            "ingestion",
            config.server(),
            telemetry,
            List.of(
                new CatalogGrpcService(catalog),
                new ObservationGrpcService(observations),
                new PrivacyGrpcService(erasures, hasher),
                new FeedGrpcService(FEED, reader)),
            ObservationGrpcService.HOT_METHODS);
    return new RunningService(server, observations, reader, database);
  }
}
