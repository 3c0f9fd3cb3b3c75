package dev.tributary.ingestion.catalog;

import static dev.tributary.ingestion.catalog.CampaignKind.CAMPAIGN;
import static dev.tributary.ingestion.catalog.CreatorKind.CREATOR;
import static dev.tributary.ingestion.testing.CatalogSamples.aCampaign;
import static dev.tributary.ingestion.testing.CatalogSamples.aCreator;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.ingestion.v1.Campaign;
import dev.tributary.ingestion.v1.Creator;
import dev.tributary.runtime.api.ProtoTimes;
import dev.tributary.runtime.testing.TestDatabases;
import dev.tributary.type.v1.ErrorReason;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What putting items into the catalogue promises, on every database. */
abstract class CatalogTest extends CatalogContract {
  CatalogTest(TestDatabases kind) {
    super(kind);
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
  void other_kinds_carry_the_time_of_their_last_write() {
    put(CREATOR, List.of(aCreator("anna").build()));
    clock.advance(Duration.ofHours(1));
    put(CREATOR, List.of(aCreator("anna").setDisplayName("Anna B.").build()));
    Creator stored = catalog.find(WORKSPACE, CREATOR, "anna").orElseThrow();
    assertThat(ProtoTimes.toInstant(stored.getUpdateTime())).isEqualTo("2026-03-12T13:00:00Z");
    assertThat(stored.getVersion()).isEqualTo(2);
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
}
