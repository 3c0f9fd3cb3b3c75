package dev.tributary.ingestion.catalog;

import static dev.tributary.ingestion.catalog.CampaignKind.CAMPAIGN;
import static dev.tributary.ingestion.catalog.CollaborationKind.COLLABORATION;
import static dev.tributary.ingestion.testing.CatalogSamples.aCampaign;
import static dev.tributary.ingestion.testing.CatalogSamples.aCollaboration;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.ingestion.v1.Campaign;
import dev.tributary.ingestion.v1.Collaboration;
import dev.tributary.runtime.api.ProtoTimes;
import dev.tributary.runtime.testing.TestDatabases;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What lists and the archive promise, on every database. */
abstract class CatalogListTest extends CatalogContract {
  CatalogListTest(TestDatabases kind) {
    super(kind);
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
}
