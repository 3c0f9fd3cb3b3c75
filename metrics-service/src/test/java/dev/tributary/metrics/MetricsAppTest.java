package dev.tributary.metrics;

import static dev.tributary.metrics.testing.Attributed.byCode;
import static dev.tributary.metrics.testing.Attributed.click;
import static dev.tributary.metrics.testing.Attributed.link;
import static dev.tributary.metrics.testing.Attributed.order;
import static dev.tributary.metrics.testing.Attributed.owner;
import static dev.tributary.metrics.testing.Ingested.campaign;
import static dev.tributary.metrics.testing.Ingested.collaboration;
import static dev.tributary.metrics.testing.Ingested.count;
import static dev.tributary.metrics.testing.Ingested.counters;
import static dev.tributary.metrics.testing.Ingested.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tributary.metrics.testing.Peers;
import dev.tributary.metrics.v1.KpiServiceGrpc;
import dev.tributary.metrics.v1.KpiServiceGrpc.KpiServiceBlockingStub;
import dev.tributary.metrics.v1.QueryKpisRequest;
import dev.tributary.metrics.v1.QueryKpisResponse;
import dev.tributary.runtime.database.DatabaseConfig;
import dev.tributary.runtime.log.Positions;
import dev.tributary.runtime.server.RunningService;
import dev.tributary.runtime.server.Scope;
import dev.tributary.runtime.server.TestKeys;
import dev.tributary.runtime.settings.Secret;
import dev.tributary.runtime.settings.Settings;
import dev.tributary.runtime.testing.FixedClock;
import dev.tributary.runtime.testing.Statuses;
import dev.tributary.runtime.testing.TestClients;
import dev.tributary.runtime.testing.TestDatabases;
import dev.tributary.runtime.testing.TestServer;
import dev.tributary.type.v1.ErrorReason;
import io.grpc.StatusRuntimeException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole service on a port, between two feeds and a caller. */
class MetricsAppTest {
  private static final String NOON = "2026-05-04T12:00:00Z";

  private final DatabaseConfig database = TestDatabases.H2.fresh();
  private final Peers peers = new Peers();
  private TestServer feeds;
  private RunningService metrics;
  private TestClients clients;

  @BeforeEach
  void start() {
    feeds = TestServer.start(peers.ingestionService(), peers.attributionService());
    start(feeds.target());
  }

  @AfterEach
  void close() {
    stop();
    feeds.close();
  }

  @Test
  void a_caller_reads_its_own_writes_on_both_feeds() {
    List<Positions> written = writeCampaign();
    QueryKpisResponse answer = ask(written);
    assertThat(counts(answer)).containsExactly(1200L, 1L, 1L);
    assertThat(answer.getAsOfList()).hasSize(2).allMatch(asOf -> asOf.hasRecordTime());
  }

  @Test
  void after_a_restart_nothing_is_missing_and_nothing_is_there_twice() {
    List<Positions> written = writeCampaign();
    ask(written);
    stop();
    Positions later = peers.write("v2", click("bio", NOON));
    start(feeds.target());
    assertThat(counts(ask(List.of(written.get(0), later)))).containsExactly(1200L, 2L, 1L);
  }

  @Test
  void without_its_peers_it_starts_and_answers_from_what_it_knows() {
    List<Positions> written = writeCampaign();
    ask(written);
    stop();
    start("127.0.0.1:1");
    QueryKpisResponse answer = ask(written);
    assertThat(counts(answer)).containsExactly(1200L, 1L, 1L);
    assertThat(answer.getAsOfList())
        .extracting(asOf -> asOf.getPosition())
        .containsExactlyInAnyOrder(written.get(0).encode(), written.get(1).encode());
  }

  @Test
  void a_position_that_does_not_come_in_time_is_refused_by_the_deadline() {
    Positions unreached = writeCampaign().get(1).with(Map.of(0, 1_000L));
    assertThatExceptionOfType(StatusRuntimeException.class)
        .isThrownBy(() -> ask(List.of(unreached), 1))
        .satisfies(
            fault ->
                assertThat(Statuses.reasonOf(fault)).isEqualTo(ErrorReason.ERROR_REASON_DEADLINE));
  }

  @Test
  void settings_say_where_everything_is() {
    Settings settings =
        Settings.of(
            Map.of("TRIBUTARY_FEED_KEY", "key-any", "TRIBUTARY_DATA_DIR", "/srv/data"),
            List.of("--attribution-target=attribution:7103"));
    MetricsConfig config = MetricsConfig.from(settings);
    settings.finish();
    assertThat(config.server().port()).isEqualTo(7102);
    assertThat(config.ingestionTarget()).isEqualTo("localhost:7101");
    assertThat(config.attributionTarget()).isEqualTo("attribution:7103");
    assertThat(config.database().url()).isEqualTo("jdbc:h2:file:/srv/data/metrics");
    assertThat(config.feedKey().map(Secret::reveal)).contains("key-any");
  }

  private List<Positions> writeCampaign() {
    peers.write("spring", campaign("spring", 1));
    peers.write("anna", collaboration("anna-spring", 1, "spring", "anna"));
    peers.write("p1", post("p1", 1, "anna-spring"));
    Positions observed = peers.write("p1", counters("p1", NOON, count("views", 1200)));
    var anna = owner("anna-spring", "anna", "spring");
    peers.write("bio", link("bio", anna));
    peers.write("v1", click("bio", NOON));
    return List.of(observed, peers.write("#1", order("#1", 1, NOON, byCode(anna, 100_00))));
  }

  private QueryKpisResponse ask(List<Positions> atLeast) {
    return ask(atLeast, 60);
  }

  private QueryKpisResponse ask(List<Positions> atLeast, int deadlineSeconds) {
    KpiServiceBlockingStub kpis = KpiServiceGrpc.newBlockingStub(clients.channel("acme"));
    return kpis.withDeadlineAfter(deadlineSeconds, TimeUnit.SECONDS)
        .queryKpis(
            QueryKpisRequest.newBuilder()
                .addAllKpiIds(List.of("impressions", "clicks", "conversions"))
                .addAllAtLeast(atLeast.stream().map(Positions::encode).toList())
                .build());
  }

  private static Stream<Long> counts(QueryKpisResponse answer) {
    return answer.getTotal().getValuesList().stream().map(kpi -> kpi.getValue().getCount());
  }

  private void start(String target) {
    metrics =
        MetricsApp.create(
            new MetricsConfig(
                TestServer.config(),
                database,
                target,
                target,
                Optional.of(new Secret(TestKeys.key("any", Scope.FEED)))),
            FixedClock.at("2026-06-30T00:00:00Z"));
    clients = new TestClients(metrics.target());
  }

  private void stop() {
    clients.close();
    metrics.close();
  }
}
