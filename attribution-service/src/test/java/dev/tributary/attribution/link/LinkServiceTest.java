package dev.tributary.attribution.link;

import static dev.tributary.attribution.Samples.ANNA;
import static dev.tributary.attribution.Samples.BO;
import static dev.tributary.attribution.Samples.link;
import static dev.tributary.attribution.Samples.status;
import static dev.tributary.attribution.Samples.utm;
import static dev.tributary.runtime.testing.Statuses.failureOf;
import static dev.tributary.runtime.testing.Statuses.fieldsOf;
import static dev.tributary.runtime.testing.Statuses.reasonOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.attribution.TestAttribution;
import dev.tributary.attribution.v1.CreateLinksRequest;
import dev.tributary.attribution.v1.CreateLinksResponse;
import dev.tributary.attribution.v1.GetLinkRequest;
import dev.tributary.attribution.v1.Link;
import dev.tributary.attribution.v1.LinkResult;
import dev.tributary.attribution.v1.LinkServiceGrpc;
import dev.tributary.attribution.v1.LinkServiceGrpc.LinkServiceBlockingStub;
import dev.tributary.attribution.v1.ListLinksRequest;
import dev.tributary.attribution.v1.ListLinksResponse;
import dev.tributary.attribution.v1.Owner;
import dev.tributary.attribution.v1.UtmParameters;
import dev.tributary.runtime.log.Positions;
import dev.tributary.runtime.server.Scope;
import dev.tributary.runtime.testing.TestDatabases;
import dev.tributary.type.v1.ErrorReason;
import io.grpc.StatusRuntimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Links, through the whole service. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class LinkServiceTest {
  private final TestAttribution service;

  LinkServiceTest(TestDatabases kind) {
    service = TestAttribution.start(kind);
  }

  @AfterAll
  void close() {
    service.close();
  }

  @Test
  void a_link_is_answered_with_the_address_to_publish_and_read_back_as_created() {
    var stub = stub();
    String address =
        "https://shop.example/sale?x=1&utm_source=instagram&utm_medium=creator"
            + "&utm_campaign=spring&trb=anna-bio#top";
    Link created = link("anna-bio").setPlacement("bio").build();

    LinkResult result = create(stub, created).getResults(0);

    assertThat(status(result.getVerdict())).isEqualTo("RECORDED");
    assertThat(result.getTrackingUrl()).isEqualTo(address);
    assertThat(get(stub, "anna-bio").toBuilder().clearCreateTime().build())
        .isEqualTo(created.toBuilder().setTrackingUrl(address).build());
  }

  @Test
  void sending_again_is_answered_as_before() {
    var stub = stub();
    CreateLinksResponse first = create(stub, link("anna-bio").build());
    CreateLinksResponse second = create(stub, link("anna-bio").build());

    assertThat(statuses(second)).containsExactly("ALREADY_RECORDED");
    assertThat(second.getResults(0).getTrackingUrl())
        .isEqualTo(first.getResults(0).getTrackingUrl());
    assertThat(Positions.decode(second.getPosition()))
        .isEqualTo(Positions.decode(first.getPosition()));
  }

  @Test
  void an_id_used_for_something_else_is_refused_naming_the_first_difference() {
    var stub = stub();
    Link original = link("anna-bio").build();
    create(stub, original);

    assertThat(
            statuses(
                create(
                    stub,
                    original.toBuilder().setOwner(BO).build(),
                    original.toBuilder().setDestinationUrl("https://shop.example/").build(),
                    original.toBuilder().setUtm(utm("tiktok")).build(),
                    original.toBuilder().clearUtm().build(),
                    original.toBuilder().setPlacement("story").build())))
        .containsExactly(
            "ID_REUSED owner",
            "ID_REUSED destination_url",
            "ID_REUSED utm.source",
            "ID_REUSED utm.source",
            "ID_REUSED placement");
  }

  @Test
  void bad_items_are_refused_with_their_reasons_and_the_rest_is_recorded() {
    var stub = stub();
    CreateLinksResponse response =
        create(
            stub,
            link("ok-1").build(),
            link("").build(),
            link("a/b").build(),
            link("owner").setOwner(Owner.newBuilder().setCreatorId("anna")).build(),
            link("nowhere").clearDestinationUrl().build(),
            link("relative").setDestinationUrl("/sale").build(),
            link("secret").setDestinationUrl("https://me:pw@shop.example/").build(),
            link("long").setDestinationUrl("https://shop.example/" + "x".repeat(1_980)).build(),
            link("utm").setUtm(UtmParameters.newBuilder().setTerm("x".repeat(201))).build(),
            link("nul").setUtm(UtmParameters.newBuilder().setId("\u0000")).build(),
            link("place").setPlacement("x".repeat(65)).build(),
            link("ok-1").setPlacement("bio").build(),
            link("ok-2").clearOwner().clearUtm().build());

    assertThat(statuses(response))
        .containsExactly(
            "RECORDED",
            "FIELD_MISSING link_id",
            "FIELD_MALFORMED link_id",
            "FIELD_MISSING owner.collaboration_id",
            "FIELD_MISSING destination_url",
            "FIELD_MALFORMED destination_url",
            "FIELD_MALFORMED destination_url",
            "FIELD_MALFORMED destination_url",
            "FIELD_MALFORMED utm.term",
            "FIELD_MALFORMED utm.id",
            "FIELD_MALFORMED placement",
            "DUPLICATE_IN_BATCH placement",
            "RECORDED");
    assertThat(response.getResultsList())
        .allSatisfy(
            result ->
                assertThat(result.getTrackingUrl().isEmpty())
                    .isEqualTo(result.getVerdict().hasRejection()));
    assertThat(list(stub).getLinksList())
        .extracting(Link::getLinkId)
        .containsExactly("ok-1", "ok-2");
  }

  @Test
  void the_longest_texts_that_are_allowed_are_kept_also_beyond_the_basic_plane() {
    var stub = stub();
    String smiles = "\uD83D\uDE00".repeat(200);
    Link created =
        link("long")
            .setDestinationUrl("https://shop.example/" + "\uD83D\uDE00".repeat(1_979))
            .setUtm(
                UtmParameters.newBuilder()
                    .setSource(smiles)
                    .setMedium(smiles)
                    .setCampaign(smiles)
                    .setTerm(smiles)
                    .setContent(smiles)
                    .setId(smiles))
            .setPlacement("\uD83D\uDE00".repeat(64))
            .build();
    create(stub, created);

    assertThat(get(stub, "long").toBuilder().clearCreateTime().clearTrackingUrl().build())
        .isEqualTo(created);
  }

  @Test
  void empty_batches_and_those_with_more_than_a_thousand_items_fail_as_a_whole() {
    var stub = stub();
    Link[] tooMany =
        IntStream.range(0, 1_001).mapToObj(i -> link("l" + i).build()).toArray(Link[]::new);

    assertThat(reasonOf(failureOf(() -> create(stub))))
        .isEqualTo(ErrorReason.ERROR_REASON_BATCH_SIZE);
    assertThat(reasonOf(failureOf(() -> create(stub, tooMany))))
        .isEqualTo(ErrorReason.ERROR_REASON_BATCH_SIZE);
    assertThat(list(stub).getLinksList()).isEmpty();
  }

  @Test
  void a_list_comes_in_pages_ordered_by_id() {
    var stub = stub();
    create(
        stub,
        IntStream.range(0, 25)
            .mapToObj(i -> link("l%02d".formatted(24 - i)).setOwner(i % 2 == 0 ? BO : ANNA).build())
            .toArray(Link[]::new));

    List<String> found = new ArrayList<>();
    ListLinksRequest.Builder request =
        ListLinksRequest.newBuilder().setPageSize(4).setCollaborationId("col-bo");
    do {
      ListLinksResponse page = stub.listLinks(request.build());
      page.getLinksList().forEach(link -> found.add(link.getLinkId()));
      request.setPageToken(page.getNextPageToken());
    } while (!request.getPageToken().isEmpty());

    assertThat(found).hasSize(13).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void wrong_arguments_of_reads_fail_with_their_reasons() {
    var stub = stub();
    create(stub, link("a").build(), link("b").build());
    String token =
        stub.listLinks(ListLinksRequest.newBuilder().setPageSize(1).build()).getNextPageToken();

    assertThat(reasonOf(failureOf(() -> get(stub, "none"))))
        .isEqualTo(ErrorReason.ERROR_REASON_NOT_FOUND);
    assertThat(fieldsOf(failureOf(() -> get(stub, "")))).containsExactly("link_id");
    assertThat(
            fieldsOf(
                failureOf(
                    () -> stub.listLinks(ListLinksRequest.newBuilder().setPageSize(-1).build()))))
        .containsExactly("page_size");
    assertThat(
            reasonOf(
                failureOf(
                    () ->
                        stub.listLinks(
                            ListLinksRequest.newBuilder()
                                .setPageToken(token)
                                .setCollaborationId("col-bo")
                                .build()))))
        .isEqualTo(ErrorReason.ERROR_REASON_PAGE_TOKEN_MISMATCH);
  }

  @Test
  void another_workspace_sees_nothing_and_may_use_the_same_ids() {
    var stub = stub();
    var other = stub();
    create(stub, link("anna-bio").build());

    assertThat(reasonOf(failureOf(() -> get(other, "anna-bio"))))
        .isEqualTo(ErrorReason.ERROR_REASON_NOT_FOUND);
    assertThat(list(other).getLinksList()).isEmpty();
    assertThat(statuses(create(other, link("anna-bio").setOwner(BO).build())))
        .containsExactly("RECORDED");
    assertThat(get(stub, "anna-bio").getOwner()).isEqualTo(ANNA);
  }

  @Test
  void reading_and_writing_want_their_scopes() {
    String workspace = TestAttribution.newWorkspace();
    var reader = LinkServiceGrpc.newBlockingStub(service.channel(workspace, Scope.READ));
    var writer = LinkServiceGrpc.newBlockingStub(service.channel(workspace, Scope.WRITE));

    for (StatusRuntimeException failure :
        List.of(
            failureOf(() -> create(reader, link("a").build())),
            failureOf(() -> get(writer, "a")),
            failureOf(() -> list(writer)))) {
      assertThat(reasonOf(failure)).isEqualTo(ErrorReason.ERROR_REASON_SCOPE_MISSING);
    }
  }

  private LinkServiceBlockingStub stub() {
    return LinkServiceGrpc.newBlockingStub(service.channel(TestAttribution.newWorkspace()));
  }

  private static CreateLinksResponse create(LinkServiceBlockingStub stub, Link... links) {
    return stub.createLinks(CreateLinksRequest.newBuilder().addAllLinks(List.of(links)).build());
  }

  private static Link get(LinkServiceBlockingStub stub, String linkId) {
    return stub.getLink(GetLinkRequest.newBuilder().setLinkId(linkId).build()).getLink();
  }

  private static ListLinksResponse list(LinkServiceBlockingStub stub) {
    return stub.listLinks(ListLinksRequest.getDefaultInstance());
  }

  private static List<String> statuses(CreateLinksResponse response) {
    return response.getResultsList().stream().map(result -> status(result.getVerdict())).toList();
  }
}
