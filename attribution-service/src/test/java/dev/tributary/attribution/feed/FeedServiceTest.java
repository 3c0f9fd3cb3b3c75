package dev.tributary.attribution.feed;

import static dev.tributary.attribution.Samples.ANNA;
import static dev.tributary.attribution.Samples.BO;
import static dev.tributary.attribution.Samples.code;
import static dev.tributary.attribution.Samples.link;
import static dev.tributary.attribution.Samples.touch;
import static dev.tributary.attribution.Samples.utm;
import static dev.tributary.runtime.testing.Statuses.failureOf;
import static dev.tributary.runtime.testing.Statuses.reasonOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.google.protobuf.FieldMask;
import dev.tributary.attribution.Names;
import dev.tributary.attribution.TestAttribution;
import dev.tributary.attribution.identity.IdentityLinks;
import dev.tributary.attribution.v1.CreateLinksRequest;
import dev.tributary.attribution.v1.CreatePromoCodesRequest;
import dev.tributary.attribution.v1.FeedEntry;
import dev.tributary.attribution.v1.FeedServiceGrpc;
import dev.tributary.attribution.v1.FollowRequest;
import dev.tributary.attribution.v1.FollowResponse;
import dev.tributary.attribution.v1.IdentityLinkFact;
import dev.tributary.attribution.v1.LinkIdentitiesRequest;
import dev.tributary.attribution.v1.LinkIdentitiesResponse;
import dev.tributary.attribution.v1.LinkServiceGrpc;
import dev.tributary.attribution.v1.PromoCode;
import dev.tributary.attribution.v1.PromoCodeServiceGrpc;
import dev.tributary.attribution.v1.RecordTouchesRequest;
import dev.tributary.attribution.v1.TouchFact;
import dev.tributary.attribution.v1.TouchServiceGrpc;
import dev.tributary.attribution.v1.UpdatePromoCodeRequest;
import dev.tributary.runtime.log.Positions;
import dev.tributary.runtime.server.Scope;
import dev.tributary.runtime.testing.TestDatabases;
import dev.tributary.type.v1.ErrorReason;
import io.grpc.Channel;
import io.grpc.Context;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** The feed, through the whole service. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class FeedServiceTest {
  private final TestAttribution service;

  FeedServiceTest(TestDatabases kind) {
    service = TestAttribution.start(kind);
  }

  @AfterAll
  void close() {
    service.close();
  }

  @Test
  void everything_written_is_in_the_feed_without_a_gap() {
    String workspace = TestAttribution.newWorkspace();
    Positions written = write(workspace);

    List<FeedEntry> entries = follow("", written);

    entries.stream()
        .collect(Collectors.groupingBy(FeedEntry::getShard, TreeMap::new, Collectors.toList()))
        .forEach(FeedServiceTest::assertGapless);
    assertThat(of(workspace, entries).stream().map(FeedEntry::getChangeCase))
        .containsOnly(
            FeedEntry.ChangeCase.PROMO_CODE, FeedEntry.ChangeCase.LINK, FeedEntry.ChangeCase.TOUCH);
    assertThat(of(workspace, entries).stream().filter(FeedEntry::hasTouch)).hasSize(2_500);
    assertThat(of(workspace, entries).stream().filter(FeedEntry::hasLink)).hasSize(20);
    assertThat(of(workspace, entries).stream().filter(FeedEntry::hasPromoCode)).hasSize(21);
  }

  @Test
  void a_code_is_told_whole_after_each_change() {
    String workspace = TestAttribution.newWorkspace();
    List<PromoCode> told =
        of(workspace, follow("", write(workspace))).stream()
            .filter(entry -> entry.getPromoCode().getCodeId().equals("code-7"))
            .map(FeedEntry::getPromoCode)
            .toList();

    assertThat(told).extracting(PromoCode::getVersion).containsExactly(1L, 2L);
    assertThat(told).extracting(PromoCode::getOwner).containsExactly(ANNA, BO);
    assertThat(told.get(1).getOwnerHistoryCount()).isEqualTo(2);
  }

  @Test
  void an_identity_link_is_told_with_its_persons_as_hashes() {
    String workspace = TestAttribution.newWorkspace();
    LinkIdentitiesResponse answer =
        TouchServiceGrpc.newBlockingStub(channel(workspace))
            .linkIdentities(
                LinkIdentitiesRequest.newBuilder()
                    .addIdentityLinks(
                        IdentityLinks.login("l-1", "visitor-1", "customer-1", TestAttribution.NOW))
                    .addIdentityLinks(
                        IdentityLinks.retraction("l-2", "visitor-1", "l-1", TestAttribution.NOW))
                    .build());

    List<IdentityLinkFact> told =
        of(workspace, follow("", Positions.decode(answer.getPosition()))).stream()
            .map(FeedEntry::getIdentityLink)
            .toList();

    assertThat(told)
        .extracting(IdentityLinkFact::getIdentityLinkId, IdentityLinkFact::getRetractedLinkId)
        .containsExactly(tuple("l-1", ""), tuple("l-2", "l-1"));
    assertThat(told.get(0).getCustomerKey().size()).isEqualTo(16);
    assertThat(told.get(1).getCustomerKey().size()).isZero();
    assertThat(told).allMatch(fact -> fact.getVisitorKey().size() == 16);
  }

  @Test
  void a_touch_is_told_with_the_person_as_a_hash() {
    String workspace = TestAttribution.newWorkspace();
    Positions written =
        record(
            channel(workspace),
            RecordTouchesRequest.newBuilder()
                .addTouches(touch("t1").setUtm(utm("instagram")).setCustomerId("customer-1"))
                .addTouches(touch("t2").clearVisitorId().setCustomerId("customer-1"))
                .addTouches(touch("t3").clearVisitorId())
                .build());

    Map<String, TouchFact> told =
        of(workspace, follow("", written)).stream()
            .map(FeedEntry::getTouch)
            .collect(Collectors.toMap(TouchFact::getTouchId, fact -> fact));

    assertThat(told.get("t1").getPersonKey().size()).isEqualTo(16);
    assertThat(told.get("t2").getPersonKey().size()).isEqualTo(16);
    assertThat(told.get("t2").getPersonKey()).isNotEqualTo(told.get("t1").getPersonKey());
    assertThat(told.get("t3").getPersonKey().isEmpty()).isTrue();
    assertThat(told.get("t1").getUtm()).isEqualTo(utm("instagram"));
    assertThat(told.get("t1").getLinkId()).isEqualTo("anna-bio");
    assertThat(told.get("t1").getEventTime()).isEqualTo(touch("t1").getEventTime());
  }

  @Test
  void a_follower_goes_on_after_its_cursor_and_sees_what_is_committed_later() {
    String workspace = TestAttribution.newWorkspace();
    Channel channel = channel(workspace);
    Positions first =
        record(channel, RecordTouchesRequest.newBuilder().addTouches(touch("t1")).build());
    List<FollowResponse> pages = pages("", first);
    String cursor = pages.get(pages.size() - 1).getNextCursor();

    Positions second =
        record(channel, RecordTouchesRequest.newBuilder().addTouches(touch("t2")).build());

    assertThat(of(workspace, follow(cursor, second)))
        .extracting(entry -> entry.getTouch().getTouchId())
        .containsExactly("t2");
    assertThat(Positions.decode(pages.get(0).getHeadPosition()).covers(first)).isTrue();
  }

  @Test
  @Names("ErrorReason.POSITION_UNKNOWN")
  void a_cursor_that_this_feed_did_not_issue_is_refused() {
    Channel channel = channel(TestAttribution.newWorkspace());
    Positions written =
        record(channel, RecordTouchesRequest.newBuilder().addTouches(touch("t1")).build());
    String other = new Positions("attribution", "another-life", written.sequences()).encode();

    for (String cursor : List.of("nonsense", other)) {
      assertThat(
              reasonOf(
                  failureOf(
                      () ->
                          FeedServiceGrpc.newBlockingStub(channel)
                              .follow(FollowRequest.newBuilder().setCursor(cursor).build())
                              .next())))
          .isEqualTo(ErrorReason.ERROR_REASON_POSITION_UNKNOWN);
    }
  }

  @Test
  void following_wants_the_scope_feed() {
    var withoutScope =
        FeedServiceGrpc.newBlockingStub(
            service.channel(TestAttribution.newWorkspace(), Scope.READ, Scope.WRITE));
    assertThat(
            reasonOf(
                failureOf(() -> withoutScope.follow(FollowRequest.getDefaultInstance()).next())))
        .isEqualTo(ErrorReason.ERROR_REASON_SCOPE_MISSING);
  }

  /** Codes, links, a change and touches; where the last of all of them stands. */
  private Positions write(String workspace) {
    Channel channel = channel(workspace);
    var codes = PromoCodeServiceGrpc.newBlockingStub(channel);
    Positions written =
        Positions.decode(
            codes
                .createPromoCodes(
                    CreatePromoCodesRequest.newBuilder()
                        .addAllPromoCodes(
                            IntStream.range(0, 20)
                                .mapToObj(i -> code("code-" + i).build())
                                .toList())
                        .build())
                .getPosition());
    written =
        written.merge(
            Positions.decode(
                LinkServiceGrpc.newBlockingStub(channel)
                    .createLinks(
                        CreateLinksRequest.newBuilder()
                            .addAllLinks(
                                IntStream.range(0, 20)
                                    .mapToObj(i -> link("link-" + i).build())
                                    .toList())
                            .build())
                    .getPosition()));
    for (int batch = 0; batch < 5; batch++) {
      int first = batch * 500;
      written =
          written.merge(
              record(
                  channel,
                  RecordTouchesRequest.newBuilder()
                      .addAllTouches(
                          IntStream.range(first, first + 500)
                              .mapToObj(i -> touch("t" + i).setVisitorId("v" + i % 70).build())
                              .toList())
                      .build()));
    }
    return written.merge(
        Positions.decode(
            codes
                .updatePromoCode(
                    UpdatePromoCodeRequest.newBuilder()
                        .setPromoCode(PromoCode.newBuilder().setCodeId("code-7").setOwner(BO))
                        .setUpdateMask(FieldMask.newBuilder().addPaths("owner"))
                        .build())
                .getPosition()));
  }

  private static Positions record(Channel channel, RecordTouchesRequest request) {
    return Positions.decode(
        TouchServiceGrpc.newBlockingStub(channel).recordTouches(request).getPosition());
  }

  private List<FeedEntry> follow(String cursor, Positions until) {
    return pages(cursor, until).stream().flatMap(page -> page.getEntriesList().stream()).toList();
  }

  /** Pages after the cursor until all that was written up to a position was seen. */
  private List<FollowResponse> pages(String cursor, Positions until) {
    Context.CancellableContext call = Context.current().withCancellation();
    try {
      return call.call(
          () -> {
            List<FollowResponse> pages = new ArrayList<>();
            Iterator<FollowResponse> stream =
                FeedServiceGrpc.newBlockingStub(
                        service.channel(TestAttribution.newWorkspace(), Scope.FEED))
                    .follow(FollowRequest.newBuilder().setCursor(cursor).build());
            do {
              pages.add(stream.next());
            } while (!Positions.decode(pages.get(pages.size() - 1).getNextCursor()).covers(until));
            return pages;
          });
    } catch (Exception unexpected) {
      throw new AssertionError(unexpected);
    } finally {
      call.cancel(null);
    }
  }

  private Channel channel(String workspace) {
    return service.channel(workspace);
  }

  private static List<FeedEntry> of(String workspace, List<FeedEntry> entries) {
    return entries.stream().filter(entry -> entry.getWorkspace().equals(workspace)).toList();
  }

  private static void assertGapless(int shard, List<FeedEntry> entries) {
    assertThat(entries)
        .as("shard %d", shard)
        .extracting(FeedEntry::getSequence)
        .isEqualTo(IntStream.rangeClosed(1, entries.size()).mapToObj(Long::valueOf).toList());
  }
}
