package dev.tributary.local.handout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.attribution.v1.Link;
import dev.tributary.attribution.v1.ListLinksRequest;
import dev.tributary.attribution.v1.ListPromoCodesRequest;
import dev.tributary.attribution.v1.PromoCode;
import dev.tributary.ingestion.v1.Account;
import dev.tributary.ingestion.v1.Collaboration;
import dev.tributary.ingestion.v1.CollaborationStatus;
import dev.tributary.ingestion.v1.Creator;
import dev.tributary.ingestion.v1.PutCollaboration;
import dev.tributary.ingestion.v1.PutCollaborationsRequest;
import dev.tributary.ingestion.v1.PutCreator;
import dev.tributary.ingestion.v1.PutCreatorsRequest;
import dev.tributary.local.testing.OwnSuite;
import dev.tributary.type.v1.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Handing out a campaign through the command, against a real suite. */
class HandoutTest {
  @TempDir Path directory;

  private OwnSuite suite;

  @BeforeEach
  void start() {
    suite = new OwnSuite(directory);
    invite("emily", "Emily Karlsson", Platform.PLATFORM_INSTAGRAM, "emily.k");
    invite("zoe", "Зоя Петрова", Platform.PLATFORM_YOUTUBE, "zoya");
  }

  @AfterEach
  void stop() {
    suite.close();
  }

  @Test
  void every_creator_gets_a_code_of_the_own_name_links_and_a_sheet() throws Exception {
    assertThat(handOut("--landing", "https://shop.example/spring")).isZero();
    assertThat(codes()).extracting(PromoCode::getCode).contains("EMILY10");
    assertThat(codes()).allMatch(code -> code.getCode().endsWith("10"));
    assertThat(links("collab-emily"))
        .extracting(Link::getPlacement)
        .containsExactlyInAnyOrder("instagram-bio", "instagram-story-sticker", "instagram-qr");
    assertThat(file("sheets/emily.html")).contains("EMILY10", "utm_source=emily.k", "<svg");
    assertThat(file("codes-shopify.csv")).contains("EMILY10,percentage,-10.0");
  }

  @Test
  void handing_out_again_changes_nothing_and_the_shops_list_is_compared() throws Exception {
    assertThat(handOut("--landing", "https://shop.example/spring")).isZero();
    List<PromoCode> before = codes();
    String sheet = file("sheets/emily.html");
    assertThat(handOut("--landing", "https://shop.example/spring")).isZero();
    assertThat(codes()).isEqualTo(before);
    assertThat(file("sheets/emily.html")).isEqualTo(sheet);
    String list = directory.resolve("out/codes-shopify.csv").toString();
    assertThat(handOut("--shop-list", list)).isZero();
    Files.writeString(Path.of(list), "LEAKED50,percentage,-50.0\r\n", StandardOpenOption.APPEND);
    assertThat(handOut("--shop-list", list)).isEqualTo(2);
  }

  @Test
  void a_caption_is_refused_where_it_cannot_be_tapped_and_the_rest_goes_through() throws Exception {
    assertThat(handOut("--landing", "https://shop.example/spring", "--placement", "caption,bio"))
        .isEqualTo(2);
    assertThat(links("collab-emily"))
        .extracting(Link::getPlacement)
        .containsExactly("instagram-bio");
  }

  private int handOut(String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of("handout", "spring", "--discount=10", "--out=" + directory.resolve("out")));
    arguments.addAll(List.of(more));
    return suite.run(arguments.toArray(String[]::new)).exitCode();
  }

  private String file(String name) throws IOException {
    return Files.readString(directory.resolve("out").resolve(name));
  }

  private List<PromoCode> codes() {
    return suite
        .peers()
        .promoCodes()
        .listPromoCodes(ListPromoCodesRequest.getDefaultInstance())
        .getPromoCodesList();
  }

  private List<Link> links(String collaboration) {
    return suite
        .peers()
        .links()
        .listLinks(ListLinksRequest.newBuilder().setCollaborationId(collaboration).build())
        .getLinksList();
  }

  private void invite(String id, String name, Platform platform, String handle) {
    Creator creator =
        Creator.newBuilder()
            .setCreatorId(id)
            .setDisplayName(name)
            .addAccounts(Account.newBuilder().setPlatform(platform).setHandle(handle))
            .build();
    Collaboration collaboration =
        Collaboration.newBuilder()
            .setCollaborationId("collab-" + id)
            .setCampaignId("spring")
            .setCreatorId(id)
            .setStatus(CollaborationStatus.COLLABORATION_STATUS_CONTRACTED)
            .build();
    suite
        .peers()
        .catalog()
        .putCreators(
            PutCreatorsRequest.newBuilder()
                .addItems(PutCreator.newBuilder().setCreator(creator))
                .build());
    suite
        .peers()
        .catalog()
        .putCollaborations(
            PutCollaborationsRequest.newBuilder()
                .addItems(PutCollaboration.newBuilder().setCollaboration(collaboration))
                .build());
  }
}
