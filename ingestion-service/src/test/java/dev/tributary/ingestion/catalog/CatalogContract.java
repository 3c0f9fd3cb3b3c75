package dev.tributary.ingestion.catalog;

import static dev.tributary.ingestion.catalog.CampaignKind.CAMPAIGN;

import com.google.protobuf.Message;
import dev.tributary.ingestion.v1.Campaign;
import dev.tributary.ingestion.v1.CatalogResult;
import dev.tributary.ingestion.v1.ListCampaignsRequest;
import dev.tributary.runtime.database.Database;
import dev.tributary.runtime.log.FeedLog;
import dev.tributary.runtime.testing.FixedClock;
import dev.tributary.runtime.testing.TestDatabases;
import dev.tributary.type.v1.ErrorReason;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;

/** A catalogue on a fresh database, with short words for what tests do to it as workspace acme. */
abstract class CatalogContract {
  static final String WORKSPACE = "acme";

  final FixedClock clock = FixedClock.at("2026-03-12T12:00:00Z");
  final AtomicInteger wakes = new AtomicInteger();
  final Catalog catalog;
  private final Database database;
  private final FeedLog log;

  CatalogContract(TestDatabases kind) {
    database = kind.open("db/log", "db/ingestion");
    log = new FeedLog("ingestion", clock);
    catalog = new Catalog(database, log, clock, wakes::incrementAndGet);
  }

  @AfterEach
  void close() {
    database.close();
  }

  PutOutcome put(Campaign.Builder... campaigns) {
    return put(CAMPAIGN, Stream.of(campaigns).map(Campaign.Builder::build).toList());
  }

  <M extends Message> PutOutcome put(CatalogKind<M> kind, List<M> items) {
    return catalog.put(WORKSPACE, kind, items.stream().map(CatalogContract::wish).toList());
  }

  PutOutcome putExpecting(Campaign.Builder campaign, long version) {
    var put = new Put<>(Optional.of(campaign.build()), OptionalLong.of(version));
    return catalog.put(WORKSPACE, CAMPAIGN, List.of(put));
  }

  <M extends Message> CatalogPage<M> list(
      CatalogKind<M> kind, CatalogFilter filter, String after, int size) {
    var paging = new CatalogPaging(after, size, ListCampaignsRequest.getDefaultInstance());
    return catalog.list(WORKSPACE, kind, filter, paging);
  }

  /** How many entries the feed has. */
  long headSize() {
    return database.read(log::head).sequences().values().stream().mapToLong(n -> n).sum();
  }

  static <M extends Message> Put<M> wish(M item) {
    return new Put<>(Optional.of(item), OptionalLong.empty());
  }

  static List<String> outcomesOf(PutOutcome outcome) {
    return outcome.results().stream().map(CatalogContract::outcomeOf).toList();
  }

  static String outcomeOf(CatalogResult result) {
    String status = result.getVerdict().getStatus().name().replace("VERDICT_STATUS_", "");
    return status + " " + result.getVersion();
  }

  static ErrorReason reasonOf(PutOutcome outcome) {
    return outcome.results().get(0).getVerdict().getRejection().getReason();
  }

  static List<String> idsOf(CatalogPage<Campaign> page) {
    return page.items().stream().map(Campaign::getCampaignId).toList();
  }
}
