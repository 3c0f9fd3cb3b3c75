package dev.tributary.ingestion.catalog;

import static dev.tributary.ingestion.catalog.CampaignKind.CAMPAIGN;
import static dev.tributary.ingestion.catalog.CollaborationKind.COLLABORATION;
import static dev.tributary.ingestion.catalog.CreatorKind.CREATOR;
import static dev.tributary.ingestion.testing.CatalogSamples.aCampaign;
import static dev.tributary.ingestion.testing.CatalogSamples.aCollaboration;
import static dev.tributary.ingestion.testing.CatalogSamples.aCreator;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Message;
import dev.tributary.ingestion.v1.Campaign;
import dev.tributary.ingestion.v1.CatalogResult;
import dev.tributary.ingestion.v1.Collaboration;
import dev.tributary.ingestion.v1.Creator;
import dev.tributary.ingestion.v1.ListCampaignsRequest;
import dev.tributary.runtime.api.ProtoTimes;
import dev.tributary.runtime.database.Database;
import dev.tributary.runtime.log.FeedLog;
import dev.tributary.runtime.testing.FixedClock;
import dev.tributary.runtime.testing.TestDatabases;
import dev.tributary.type.v1.ErrorReason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the catalogue promises, on every database. */
abstract class CatalogTest {
  private static final String WORKSPACE = "acme";

  private final FixedClock clock = FixedClock.at("2026-03-12T12:00:00Z");
  private final AtomicInteger wakes = new AtomicInteger();
  private final Database database;
  private final FeedLog log;
  private final Catalog catalog;

  CatalogTest(TestDatabases kind) {
    database = kind.open("db/log", "db/ingestion");
    log = new FeedLog("ingestion", clock);
    catalog = new Catalog(database, log, clock, wakes::incrementAndGet);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void a_new_item_has_version_one_and_is_found() {
    assertThat(outcomesOf(put(aCampaign("spring")))).containsExactly("RECORDED 1");
    assertThat(catalog.find(WORKSPACE, CAMPAIGN, "spring"))
        .contains(aCampaign("spring").setVersion(1).build());
  }

  @Test
  void other_content_raises_the_version_and_replaces_the_whole_item() {
    put(aCampaign("spring"));
    assertThat(outcomesOf(put(aCampaign("spring").clearTargets()))).containsExactly("UPDATED 2");
    assertThat(catalog.find(WORKSPACE, CAMPAIGN, "spring").orElseThrow().getTargetsList())
        .isEmpty();
  }

  @Test
  void the_same_content_again_changes_nothing_and_stands_where_it_stood() {
    PutOutcome first = put(aCampaign("spring"));
    PutOutcome again = put(aCampaign("spring").setVersion(77));
    assertThat(outcomesOf(again)).containsExactly("ALREADY_RECORDED 1");
    assertThat(again.position()).isEqualTo(first.position());
    assertThat(headSize()).isEqualTo(1);
  }

  @Test
  void items_are_judged_one_by_one() {
    put(aCampaign("spring"));
    PutOutcome outcome =
        put(
            aCampaign("spring").setDisplayName("Late spring"),
            aCampaign("summer").setCurrencyCode("EUX"),
            aCampaign("autumn"));
    assertThat(outcomesOf(outcome)).containsExactly("UPDATED 2", "REJECTED 0", "RECORDED 1");
    assertThat(outcome.results().get(1).getVerdict().getRejection().getField())
        .isEqualTo("campaign.currency_code");
    assertThat(catalog.find(WORKSPACE, CAMPAIGN, "summer")).isEmpty();
  }

  @Test
  void a_refused_item_tells_the_version_that_stays() {
    put(aCampaign("spring"));
    assertThat(outcomesOf(put(aCampaign("spring").clearTimeZone()))).containsExactly("REJECTED 1");
  }

  @Test
  void an_expected_version_guards_the_write() {
    put(aCampaign("spring"));
    Campaign.Builder changed = aCampaign("spring").setDisplayName("Late spring");
    assertThat(reasonOf(putExpecting(changed, 0)))
        .isEqualTo(ErrorReason.ERROR_REASON_VERSION_MISMATCH);
    assertThat(reasonOf(putExpecting(changed, 2)))
        .isEqualTo(ErrorReason.ERROR_REASON_VERSION_MISMATCH);
    assertThat(outcomesOf(putExpecting(changed, 1))).containsExactly("UPDATED 2");
  }

  @Test
  void zero_expects_that_there_is_nothing_yet() {
    assertThat(outcomesOf(putExpecting(aCampaign("spring"), 0))).containsExactly("RECORDED 1");
    assertThat(reasonOf(putExpecting(aCampaign("summer"), 1)))
        .isEqualTo(ErrorReason.ERROR_REASON_VERSION_MISMATCH);
    assertThat(reasonOf(putExpecting(aCampaign("summer"), -1)))
        .isEqualTo(ErrorReason.ERROR_REASON_OUT_OF_RANGE);
  }

  @Test
  void a_guarded_write_that_is_resent_is_answered_as_a_resend() {
    putExpecting(aCampaign("spring"), 0);
    assertThat(outcomesOf(putExpecting(aCampaign("spring"), 0)))
        .containsExactly("ALREADY_RECORDED 1");
  }

  @Test
  void an_id_twice_in_a_batch_counts_once() {
    PutOutcome outcome =
        put(
            aCampaign("spring"),
            aCampaign("spring"),
            aCampaign("spring").setDisplayName("Late spring"));
    assertThat(outcomesOf(outcome))
        .containsExactly("RECORDED 1", "ALREADY_RECORDED 1", "REJECTED 1");
    assertThat(outcome.results().get(2).getVerdict().getRejection().getReason())
        .isEqualTo(ErrorReason.ERROR_REASON_DUPLICATE_IN_BATCH);
    assertThat(outcome.results().get(2).getVerdict().getRejection().getField())
        .isEqualTo("campaign.campaign_id");
  }

  @Test
  void an_item_after_a_refused_one_of_the_same_id_is_no_duplicate() {
    PutOutcome outcome = put(aCampaign("spring").clearTimeZone(), aCampaign("spring"));
    assertThat(outcomesOf(outcome)).containsExactly("REJECTED 0", "RECORDED 1");
  }

  @Test
  void an_item_left_out_is_refused() {
    PutOutcome outcome =
        catalog.put(
            WORKSPACE, CAMPAIGN, List.of(new Put<>(Optional.empty(), OptionalLong.empty())));
    assertThat(reasonOf(outcome)).isEqualTo(ErrorReason.ERROR_REASON_FIELD_MISSING);
    assertThat(outcome.results().get(0).getVerdict().getRejection().getField())
        .isEqualTo("campaign");
    assertThat(outcome.position().sequences()).isEmpty();
  }

  @Test
  void every_change_is_in_the_feed_and_nothing_else() {
    put(aCampaign("spring"), aCampaign("summer"));
    put(aCampaign("spring").setDisplayName("Late spring"), aCampaign("summer"));
    catalog.archive(WORKSPACE, "spring");
    catalog.archive(WORKSPACE, "spring");
    assertThat(headSize()).isEqualTo(4);
  }

  @Test
  void an_archived_campaign_leaves_the_lists_and_keeps_its_facts() {
    put(aCampaign("spring"), aCampaign("summer"));
    Archived archived = catalog.archive(WORKSPACE, "spring").orElseThrow();
    Campaign expected =
        aCampaign("spring")
            .setVersion(2)
            .setArchiveTime(ProtoTimes.toProto(clock.instant()))
            .build();
    assertThat(archived.campaign()).isEqualTo(expected);
    assertThat(catalog.find(WORKSPACE, CAMPAIGN, "spring")).contains(expected);
    assertThat(idsOf(list(CAMPAIGN, CatalogFilter.ALL, "", 10))).containsExactly("summer");
    assertThat(idsOf(list(CAMPAIGN, new CatalogFilter(Optional.empty(), true), "", 10)))
        .containsExactly("spring", "summer");
  }

  @Test
  void archiving_twice_changes_nothing() {
    put(aCampaign("spring"));
    Archived first = catalog.archive(WORKSPACE, "spring").orElseThrow();
    clock.advance(Duration.ofDays(1));
    assertThat(catalog.archive(WORKSPACE, "spring")).contains(first);
  }

  @Test
  void an_archived_campaign_can_be_corrected_and_stays_archived() {
    put(aCampaign("spring"));
    catalog.archive(WORKSPACE, "spring");
    assertThat(outcomesOf(put(aCampaign("spring")))).containsExactly("ALREADY_RECORDED 2");
    assertThat(outcomesOf(put(aCampaign("spring").clearTargets()))).containsExactly("UPDATED 3");
    assertThat(catalog.find(WORKSPACE, CAMPAIGN, "spring").orElseThrow().hasArchiveTime()).isTrue();
  }

  @Test
  void what_does_not_exist_cannot_be_archived() {
    assertThat(catalog.archive(WORKSPACE, "spring")).isEmpty();
  }

  @Test
  void other_kinds_carry_the_time_of_their_last_write() {
    put(CREATOR, List.of(aCreator("anna").build()));
    clock.advance(Duration.ofHours(1));
    put(CREATOR, List.of(aCreator("anna").setDisplayName("Anna B.").build()));
    Creator stored = catalog.find(WORKSPACE, CREATOR, "anna").orElseThrow();
    assertThat(ProtoTimes.toInstant(stored.getUpdateTime())).isEqualTo("2026-03-12T13:00:00Z");
    assertThat(stored.getVersion()).isEqualTo(2);
  }

  @Test
  void pages_go_by_id_bytewise() {
    put(aCampaign("b"), aCampaign("a"), aCampaign("B"), aCampaign("a-1"), aCampaign("a.1"));
    var ids = new ArrayList<String>();
    Optional<String> after = Optional.of("");
    while (after.isPresent()) {
      CatalogPage<Campaign> page = list(CAMPAIGN, CatalogFilter.ALL, after.get(), 2);
      assertThat(page.items()).hasSizeBetween(1, 2);
      ids.addAll(idsOf(page));
      after = page.lastId();
    }
    assertThat(ids).containsExactly("B", "a", "a-1", "a.1", "b");
  }

  @Test
  void a_list_can_be_narrowed_to_what_is_under_one_thing() {
    put(
        COLLABORATION,
        List.of(
            aCollaboration("anna-spring", "spring").build(),
            aCollaboration("anna-summer", "summer").build(),
            aCollaboration("bo-spring", "spring").build()));
    CatalogPage<Collaboration> page =
        list(COLLABORATION, CatalogFilter.under(Optional.of("spring")), "", 10);
    assertThat(page.items())
        .extracting(Collaboration::getCollaborationId)
        .containsExactly("anna-spring", "bo-spring");
  }

  @Test
  void a_collaboration_that_moves_is_listed_where_it_is_now() {
    put(COLLABORATION, List.of(aCollaboration("anna-spring", "spring").build()));
    put(COLLABORATION, List.of(aCollaboration("anna-spring", "summer").build()));
    assertThat(list(COLLABORATION, CatalogFilter.under(Optional.of("spring")), "", 10).items())
        .isEmpty();
    assertThat(list(COLLABORATION, CatalogFilter.under(Optional.of("summer")), "", 10).items())
        .hasSize(1);
  }

  @Test
  void kinds_and_workspaces_keep_their_ids_apart() {
    put(aCampaign("x"));
    put(CREATOR, List.of(aCreator("x").build()));
    catalog.put(
        "other", CAMPAIGN, List.of(wish(aCampaign("x").setDisplayName("Not yours").build())));
    assertThat(catalog.find(WORKSPACE, CAMPAIGN, "x").orElseThrow().getDisplayName())
        .isEqualTo("Spring glow");
    assertThat(idsOf(list(CAMPAIGN, CatalogFilter.ALL, "", 10))).containsExactly("x");
    assertThat(catalog.archive("third", "x")).isEmpty();
  }

  @Test
  void a_thousand_items_fit_into_one_batch() {
    Campaign.Builder[] campaigns =
        Stream.iterate(0, i -> i + 1)
            .limit(1_000)
            .map(i -> aCampaign("c-" + i))
            .toArray(Campaign.Builder[]::new);
    assertThat(outcomesOf(put(campaigns))).hasSize(1_000).containsOnly("RECORDED 1");
    assertThat(outcomesOf(put(campaigns))).hasSize(1_000).containsOnly("ALREADY_RECORDED 1");
  }

  @Test
  void followers_are_woken_after_every_write() {
    put(aCampaign("spring"));
    catalog.archive(WORKSPACE, "spring");
    assertThat(wakes).hasValue(2);
  }

  private PutOutcome put(Campaign.Builder... campaigns) {
    return put(CAMPAIGN, Stream.of(campaigns).map(Campaign.Builder::build).toList());
  }

  private <M extends Message> PutOutcome put(CatalogKind<M> kind, List<M> items) {
    return catalog.put(WORKSPACE, kind, items.stream().map(CatalogTest::wish).toList());
  }

  private PutOutcome putExpecting(Campaign.Builder campaign, long version) {
    var put = new Put<>(Optional.of(campaign.build()), OptionalLong.of(version));
    return catalog.put(WORKSPACE, CAMPAIGN, List.of(put));
  }

  private <M extends Message> CatalogPage<M> list(
      CatalogKind<M> kind, CatalogFilter filter, String after, int size) {
    var paging = new CatalogPaging(after, size, ListCampaignsRequest.getDefaultInstance());
    return catalog.list(WORKSPACE, kind, filter, paging);
  }

  /** How many entries the feed has. */
  private long headSize() {
    return database.read(log::head).sequences().values().stream().mapToLong(n -> n).sum();
  }

  private static <M extends Message> Put<M> wish(M item) {
    return new Put<>(Optional.of(item), OptionalLong.empty());
  }

  private static List<String> outcomesOf(PutOutcome outcome) {
    return outcome.results().stream().map(CatalogTest::outcomeOf).toList();
  }

  private static String outcomeOf(CatalogResult result) {
    String status = result.getVerdict().getStatus().name().replace("VERDICT_STATUS_", "");
    return status + " " + result.getVersion();
  }

  private static ErrorReason reasonOf(PutOutcome outcome) {
    return outcome.results().get(0).getVerdict().getRejection().getReason();
  }

  private static List<String> idsOf(CatalogPage<Campaign> page) {
    return page.items().stream().map(Campaign::getCampaignId).toList();
  }
}
