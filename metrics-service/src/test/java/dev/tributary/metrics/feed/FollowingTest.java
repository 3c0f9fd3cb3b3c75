package dev.tributary.metrics.feed;

import static dev.tributary.metrics.testing.Attributed.byCode;
import static dev.tributary.metrics.testing.Attributed.click;
import static dev.tributary.metrics.testing.Attributed.link;
import static dev.tributary.metrics.testing.Attributed.order;
import static dev.tributary.metrics.testing.Attributed.owner;
import static dev.tributary.metrics.testing.Ingested.collaboration;
import static dev.tributary.metrics.testing.Ingested.count;
import static dev.tributary.metrics.testing.Ingested.counters;
import static dev.tributary.metrics.testing.Ingested.post;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.attribution.v1.Owner;
import dev.tributary.metrics.testing.Peers;
import dev.tributary.metrics.testing.Tables;
import dev.tributary.runtime.database.Database;
import dev.tributary.runtime.database.DatabaseConfig;
import dev.tributary.runtime.feed.FeedFollower;
import dev.tributary.runtime.log.Positions;
import dev.tributary.runtime.server.Channels;
import dev.tributary.runtime.server.Scope;
import dev.tributary.runtime.server.ServerConfig;
import dev.tributary.runtime.server.TestKeys;
import dev.tributary.runtime.settings.Secret;
import dev.tributary.runtime.testing.FixedClock;
import dev.tributary.runtime.testing.TestDatabases;
import dev.tributary.runtime.testing.TestServer;
import io.grpc.ManagedChannel;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Both feeds over real ports, with peers and this service coming and going. */
@ParameterizedClass
@EnumSource
class FollowingTest {
  private static final Owner ANNA = owner("anna-spring", "anna", "spring");
  private static final String NOON = "2026-05-04T12:00:00Z";
  private static final int ROUNDS = 60;

  private final Peers peers = new Peers();
  private final DatabaseConfig config;
  private TestServer server =
      TestServer.start(peers.ingestionService(), peers.attributionService());
  private Database database;
  private Followed followed;

  FollowingTest(TestDatabases kind) {
    config = kind.fresh();
    open();
  }

  @AfterEach
  void close() {
    followed.close();
    database.close();
    server.close();
  }

  @Test
  void what_is_written_to_either_feed_is_applied_exactly_once() {
    Written written = writeMuch("a");
    followed.await(written);
    assertThat(sizes())
        .containsEntry("post", ROUNDS)
        .containsEntry("post_snapshot", ROUNDS)
        .containsEntry("collaboration", 1)
        .containsEntry("touch", ROUNDS)
        .containsEntry("credit", ROUNDS);
  }

  @Test
  void after_a_restart_it_goes_on_where_it_was() {
    followed.await(writeMuch("a"));
    followed.close();
    database.close();
    Written later = writeMuch("b");
    open();
    followed.await(later);
    assertThat(sizes())
        .containsEntry("post", 2 * ROUNDS)
        .containsEntry("touch", 2 * ROUNDS)
        .containsEntry("post_snapshot", 2 * ROUNDS)
        .containsEntry("credit", 2 * ROUNDS);
  }

  @Test
  void a_peer_that_is_down_stops_nothing_and_is_followed_when_it_is_back() {
    followed.await(writeMuch("a"));
    ServerConfig sameAgain = withPort(server.port());
    server.close();
    assertThat(sizes()).containsEntry("touch", ROUNDS);
    Written later = writeMuch("b");
    server = TestServer.start(sameAgain, peers.ingestionService(), peers.attributionService());
    followed.await(later);
    assertThat(sizes())
        .containsEntry("post_snapshot", 2 * ROUNDS)
        .containsEntry("touch", 2 * ROUNDS);
  }

  @Test
  void two_followers_of_one_feed_apply_each_entry_once() {
    try (var second = new Followed(database, server.target())) {
      Written written = writeMuch("a");
      followed.await(written);
      second.await(written);
      assertThat(sizes()).containsEntry("touch", ROUNDS).containsEntry("credit", ROUNDS);
    }
  }

  private void open() {
    database = Database.open(config, "db/follower", "db/metrics");
    followed = new Followed(database, server.target());
  }

  private Map<String, Integer> sizes() {
    return Tables.content(database).entrySet().stream()
        .collect(toMap(Map.Entry::getKey, table -> table.getValue().size()));
  }

  /** Posts, snapshots, clicks and orders, so that each feed needs many pages. */
  private Written writeMuch(String name) {
    Positions observed = peers.write("c", collaboration("anna-spring", 1, "spring", "anna"));
    Positions credited = peers.write("l", link("bio-" + name, ANNA));
    for (int i = 0; i < ROUNDS; i++) {
      String id = name + i;
      peers.write(id, post(id, 1, "anna-spring"));
      observed = peers.write(id, counters(id, NOON, count("views", i)));
      peers.write(id, click("bio-" + name, NOON));
      credited = peers.write(id, order(id, 1, NOON, byCode(ANNA, i)));
    }
    return new Written(observed, credited);
  }

  private static ServerConfig withPort(int port) {
    ServerConfig any = TestServer.config();
    return new ServerConfig(
        any.host(),
        port,
        any.keys(),
        any.callThreads(),
        any.inFlightMax(),
        any.deadlineDefault(),
        any.drain(),
        any.grace(),
        any.reflection());
  }

  private record Written(Positions observed, Positions credited) {}

  /** The follower's side, as the service puts it together. */
  private static final class Followed implements AutoCloseable {
    private final ManagedChannel channel;
    private final FeedFollower<?> ingestion;
    private final FeedFollower<?> attribution;

    Followed(Database database, String target) {
      channel = Channels.open(target, Optional.of(new Secret(TestKeys.key("any", Scope.FEED))));
      var feeds = new Feeds(channel, channel);
      var clock = FixedClock.at(NOON);
      ingestion =
          new FeedFollower<>(
              Feeds.INGESTION, database, feeds.ingestion(), new IngestionApplier(), clock);
      attribution =
          new FeedFollower<>(
              Feeds.ATTRIBUTION, database, feeds.attribution(), new AttributionApplier(), clock);
      ingestion.start();
      attribution.start();
    }

    void await(Written written) {
      ingestion.reached(written.observed()).orTimeout(60, TimeUnit.SECONDS).join();
      attribution.reached(written.credited()).orTimeout(60, TimeUnit.SECONDS).join();
    }

    @Override
    public void close() {
      ingestion.close();
      attribution.close();
      channel.shutdownNow();
    }
  }
}
