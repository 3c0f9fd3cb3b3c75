package dev.tributary.local.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.attribution.v1.GetLinkRequest;
import dev.tributary.attribution.v1.GetPromoCodeRequest;
import dev.tributary.attribution.v1.Link;
import dev.tributary.attribution.v1.PromoCode;
import dev.tributary.ingestion.v1.Account;
import dev.tributary.ingestion.v1.AccountSubject;
import dev.tributary.ingestion.v1.Collaboration;
import dev.tributary.ingestion.v1.Creator;
import dev.tributary.ingestion.v1.Deliverable;
import dev.tributary.ingestion.v1.ListObservationsRequest;
import dev.tributary.local.client.PagedLists;
import dev.tributary.local.testing.OwnSuite;
import dev.tributary.type.v1.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RosterImportTest {
  private static final String HEADER =
      "campaign_id,creator,handle,platform,followers,fee,currency,deliverable,due_date,code,"
          + "landing_url";

  @TempDir Path directory;

  private Imported suite;

  @BeforeEach
  void start() {
    suite = new Imported(directory);
  }

  @AfterEach
  void stop() {
    suite.close();
  }

  @Test
  void two_rows_of_one_creator_are_one_collaboration_with_two_pieces() throws IOException {
    Path file =
        suite.file(
            "roster.csv",
            HEADER,
            "spring,Émily Björk,@emily,instagram,\"48,200\",500.00,EUR,reel,2026-05-03,EMILY10,https://shop.example/spring",
            "spring,Émily Björk,emily.tt,tiktok,,300.00,EUR,story,2026-05-05,EMILY10,");

    assertThat(suite.runs("--kind", "roster", file.toString())).startsWith("2 recorded");

    Creator creator = new PagedLists(suite.peers()).creators().get(0);
    assertThat(creator.getCreatorId()).isEqualTo("emily-bjork");
    assertThat(creator.getAccountsList())
        .extracting(Account::getHandle)
        .containsExactly("emily", "emily.tt");
    Collaboration terms = new PagedLists(suite.peers()).collaborations("spring").get(0);
    assertThat(terms.getCollaborationId()).isEqualTo("spring-emily-bjork");
    assertThat(terms.getFee().getMinorUnits()).isEqualTo(80_000);
    assertThat(terms.getDeliverablesList())
        .extracting(Deliverable::getDeliverableId)
        .containsExactly("short_video-2026-05-03", "story-2026-05-05");
    PromoCode code =
        suite
            .peers()
            .promoCodes()
            .getPromoCode(GetPromoCodeRequest.newBuilder().setCodeId("code-emily10").build())
            .getPromoCode();
    assertThat(code.getOwner().getCollaborationId()).isEqualTo("spring-emily-bjork");
    Link link =
        suite
            .peers()
            .links()
            .getLink(
                GetLinkRequest.newBuilder()
                    .setLinkId("spring-emily-bjork-instagram-spring")
                    .build())
            .getLink();
    assertThat(link.getTrackingUrl()).contains("utm_source=emily", "utm_campaign=spring");
    assertThat(followers("emily")).containsExactly(48_200L);
  }

  @Test
  void a_later_roster_adds_and_takes_nothing_away() throws IOException {
    Path first = suite.file("roster.csv", HEADER, "spring,Bo,bo,instagram,100,,,reel,2026-05-03,,");
    suite.runs("--kind", "roster", first.toString());
    Path second =
        suite.file("more.csv", HEADER, "spring,Bo,bo.yt,youtube,,,,long_video,2026-05-09,,");

    assertThat(suite.runs("--kind", "roster", second.toString()))
        .startsWith("0 recorded, 1 updated");
    assertThat(suite.runs("--kind", "roster", first.toString()))
        .startsWith("0 recorded, 0 updated, 1 already");

    assertThat(new PagedLists(suite.peers()).creators().get(0).getAccountsCount()).isEqualTo(2);
    assertThat(new PagedLists(suite.peers()).collaborations("spring").get(0).getDeliverablesCount())
        .isEqualTo(2);
  }

  @Test
  void a_broken_row_is_refused_with_line_field_and_reason() throws IOException {
    Path file =
        suite.file(
            "roster.csv",
            "# a comment",
            HEADER,
            "spring,Bo,bo,instagram,many,,,,,,",
            "spring,Cem,cem,instagram,,10.00,EUR,,,,",
            "spring,Cem,cem,instagram,,10.00,USD,,,,",
            "spring,Dee,dee,myspace,,,,,,,");

    OwnSuite.Said said = suite.run("--kind", "roster", file.toString());

    assertThat(said.exitCode()).isEqualTo(2);
    assertThat(Files.readAllLines(Path.of(file + ".rejects.csv")))
        .satisfiesExactlyInAnyOrder(
            header -> assertThat(header).isEqualTo("line,field,reason,message"),
            line -> assertThat(line).startsWith("3,followers,FIELD_MALFORMED,"),
            line -> assertThat(line).startsWith("5,currency,CURRENCY_MISMATCH,"),
            line -> assertThat(line).startsWith("6,platform,FIELD_MALFORMED,"));
  }

  private List<Long> followers(String handle) {
    return suite
        .peers()
        .observations()
        .listObservations(
            ListObservationsRequest.newBuilder()
                .setAccount(
                    AccountSubject.newBuilder()
                        .setPlatform(Platform.PLATFORM_INSTAGRAM)
                        .setHandle(handle))
                .build())
        .getObservationsList()
        .stream()
        .map(seen -> seen.getAccountCounters().getCounters(0).getCount())
        .toList();
  }
}
