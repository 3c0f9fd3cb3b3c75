package dev.tributary.local.handout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tributary.attribution.v1.CodeEnforcement;
import dev.tributary.attribution.v1.Link;
import dev.tributary.attribution.v1.PromoCode;
import dev.tributary.ingestion.v1.Account;
import dev.tributary.ingestion.v1.Collaboration;
import dev.tributary.ingestion.v1.Creator;
import dev.tributary.type.v1.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The parts of a handout that need no suite. */
class HandoutPartsTest {
  private static final Terms TERMS = new Terms("spring", "main", 10, "https://shop.example/spring");

  @Test
  void an_instagram_creator_gets_a_link_for_each_place_that_can_be_tapped() {
    LinkPlan plan = LinkPlan.of(member("emily", Platform.PLATFORM_INSTAGRAM), url(), List.of());
    assertThat(plan.links())
        .extracting(Link::getPlacement)
        .containsExactly("instagram-bio", "instagram-story-sticker", "instagram-qr");
    assertThat(plan.refused()).isEmpty();
  }

  @Test
  void a_link_in_a_caption_is_refused_on_instagram_and_tiktok_and_made_on_facebook() {
    List<Placement> caption = List.of(Placement.CAPTION);
    for (Platform platform : List.of(Platform.PLATFORM_INSTAGRAM, Platform.PLATFORM_TIKTOK)) {
      LinkPlan plan = LinkPlan.of(member("emily", platform), url(), caption);
      assertThat(plan.links()).isEmpty();
      assertThat(plan.refused()).singleElement().asString().contains("is not clickable");
    }
    LinkPlan facebook = LinkPlan.of(member("emily", Platform.PLATFORM_FACEBOOK), url(), caption);
    assertThat(facebook.links()).hasSize(1);
  }

  @Test
  void a_creator_without_known_accounts_can_still_publish_a_qr_code() {
    Member unknown = new Member(collaboration("bo"), Creator.getDefaultInstance());
    assertThat(LinkPlan.of(unknown, url(), List.of()).links())
        .extracting(Link::getPlacement)
        .containsExactly("other-qr");
  }

  @Test
  void ids_stay_short_and_apart() {
    String longId = "c".repeat(64);
    assertThat(Slugs.join("link", longId, "bio")).hasSize(64);
    assertThat(Slugs.join("link", longId, "bio")).isNotEqualTo(Slugs.join("link", longId, "qr"));
    assertThat(Slugs.plain("emily.k_1")).isEqualTo("emily.k_1");
    assertThat(Slugs.plain("エミ")).matches("[A-Za-z0-9._-]+").isNotEqualTo(Slugs.plain("ミカ"));
  }

  @Test
  void a_placement_is_known_by_its_name_only() {
    assertThat(Placement.of("Story-Sticker")).isEqualTo(Placement.STORY_STICKER);
    assertThatThrownBy(() -> Placement.of("billboard"))
        .hasMessageContaining("--placement: 'billboard' (expected: bio, story-sticker");
  }

  @Test
  void the_sheet_escapes_what_people_typed_and_shows_code_links_and_qr() {
    Member member =
        new Member(
            collaboration("emily"), Creator.newBuilder().setDisplayName("<b>Emily</b>").build());
    String sheet =
        CreatorSheet.of(
            TERMS,
            member,
            code("EMILY10"),
            List.of(
                new PublishedLink("instagram-bio", "https://shop.example/?a=1&b=2"),
                new PublishedLink("instagram-qr", "https://shop.example/?trb=qr")));
    assertThat(sheet)
        .contains("&lt;b&gt;Emily&lt;/b&gt;", "EMILY10", "?a=1&amp;b=2", "<svg")
        .doesNotContain("<b>Emily");
  }

  @Test
  void the_shops_files_have_the_names_their_shops_use() throws Exception {
    List<PromoCode> codes = List.of(code("EMILY10"));
    assertThat(ShopFiles.shopify(TERMS, codes).lines())
        .containsExactly("code,value_type,value", "EMILY10,percentage,-10.0");
    assertThat(ShopFiles.wooCommerce(TERMS, codes).lines())
        .containsExactly(
            "post_title,post_excerpt,post_status,discount_type,coupon_amount",
            "EMILY10,collab-emily,publish,percent,10");
  }

  @Test
  void drift_is_what_only_one_side_has(@TempDir Path folder) throws IOException {
    Path list =
        Files.writeString(folder.resolve("shop.csv"), "\uFEFFCode,Uses\nemily10,3\nOLD5,9\n");
    CodeDrift drift =
        CodeDrift.between(
            ShopList.read(list),
            List.of(
                code("EMILY10"),
                code("BO10"),
                code("GONE10").toBuilder().setDisabled(true).build(),
                code("OURS10").toBuilder()
                    .setEnforcedBy(CodeEnforcement.CODE_ENFORCEMENT_TRIBUTARY)
                    .build()));
    assertThat(drift.onlyInShop()).containsExactly("OLD5");
    assertThat(drift.onlyHere()).containsExactly("BO10");
    assertThat(drift.spelledDifferently()).containsExactly("emily10, EMILY10");
    assertThat(drift.isHarmless()).isFalse();
  }

  @Test
  void a_list_without_codes_is_refused(@TempDir Path folder) throws IOException {
    Path list = Files.writeString(folder.resolve("shop.csv"), "name,uses\nx,3\n");
    assertThatThrownBy(() -> ShopList.read(list)).hasMessageContaining("expected: one named code");
  }

  private static String url() {
    return TERMS.landingUrl();
  }

  private static Member member(String name, Platform platform) {
    return new Member(
        collaboration(name),
        Creator.newBuilder()
            .setCreatorId(name)
            .setDisplayName(name)
            .addAccounts(Account.newBuilder().setPlatform(platform).setHandle(name + ".k"))
            .build());
  }

  private static Collaboration collaboration(String name) {
    return Collaboration.newBuilder()
        .setCollaborationId("collab-" + name)
        .setCreatorId(name)
        .setCampaignId("spring")
        .build();
  }

  private static PromoCode code(String text) {
    PromoCode.Builder code = PromoCode.newBuilder().setCodeId("id-" + text).setCode(text);
    code.getOwnerBuilder().setCollaborationId("collab-emily");
    return code.build();
  }
}
