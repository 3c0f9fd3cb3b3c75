package dev.tributary.local.ledgermodel;

import dev.tributary.attribution.AttributionApp;
import dev.tributary.attribution.AttributionConfig;
import dev.tributary.attribution.v1.AnalysisServiceGrpc;
import dev.tributary.attribution.v1.SummarizeCreditsRequest;
import dev.tributary.runtime.database.DatabaseConfig;
import dev.tributary.runtime.group.GroupConfig;
import dev.tributary.runtime.server.RunningService;
import dev.tributary.runtime.server.ServerConfig;
import dev.tributary.runtime.settings.Secret;
import dev.tributary.runtime.testing.FixedClock;
import dev.tributary.runtime.testing.TestClients;
import io.grpc.Channel;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** One or more attribution services on one database, with a clock that stands still. */
final class Services implements AutoCloseable {
  static final Instant START = Instant.parse("2026-03-15T12:00:00Z");

  private static final Secret ID_KEY = new Secret("0123456789abcdef".repeat(4));
  private static final int SETTLE_SECONDS = 30;

  private final FixedClock clock = FixedClock.at(START);
  private final UseTables tables;
  private final List<RunningService> services = new ArrayList<>();
  private final List<TestClients> clients = new ArrayList<>();
  private final List<Channel> channels = new ArrayList<>();
  private int calls;

  Services(DatabaseConfig database, int processes) {
    for (int i = 0; i < processes; i++) {
      RunningService service =
          AttributionApp.create(
              new AttributionConfig(
                  ServerConfig.local(0),
                  database,
                  GroupConfig.standard(database),
                  Optional.of(ID_KEY),
                  Path.of("no-key-file-is-made")),
              clock);
      TestClients each = new TestClients(service.target());
      services.add(service);
      clients.add(each);
      channels.add(each.channelWithoutKey());
    }
    tables = new UseTables(database);
  }

  /** What no call tells of the uses of codes. */
  UseTables tables() {
    return tables;
  }

  FixedClock clock() {
    return clock;
  }

  /** A channel to one of them, in turns. */
  Channel channel() {
    calls++;
    return channels.get(calls % channels.size());
  }

  /** Where one of them listens. */
  String target() {
    return services.get(0).target();
  }

  /** Returns the feed when nothing follows any more from what was written. */
  Feed atRest() {
    Feed feed = Feed.read(channel());
    Feed before;
    do {
      before = feed;
      for (Channel channel : channels) {
        var unused =
            AnalysisServiceGrpc.newBlockingStub(channel)
                .withDeadlineAfter(SETTLE_SECONDS, TimeUnit.SECONDS)
                .summarizeCredits(
                    SummarizeCreditsRequest.newBuilder().addAtLeast(before.end()).build());
      }
      feed = Feed.read(channel());
    } while (!feed.end().equals(before.end()));
    return feed;
  }

  @Override
  public void close() {
    tables.close();
    clients.forEach(TestClients::close);
    services.forEach(RunningService::close);
  }
}
