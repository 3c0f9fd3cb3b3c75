package dev.tributary.attribution.commission;

import static dev.tributary.attribution.Samples.time;
import static dev.tributary.attribution.commission.Payroll.day;
import static dev.tributary.attribution.commission.Payroll.startOf;
import static dev.tributary.attribution.commission.Payroll.terms;
import static dev.tributary.runtime.testing.Statuses.failureOf;
import static dev.tributary.runtime.testing.Statuses.reasonOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.attribution.Samples;
import dev.tributary.attribution.TestAttribution;
import dev.tributary.attribution.conversion.Orders;
import dev.tributary.attribution.conversion.Shop;
import dev.tributary.attribution.v1.Attribution;
import dev.tributary.attribution.v1.EraseSubjectRequest;
import dev.tributary.attribution.v1.ListWithheldChangesRequest;
import dev.tributary.attribution.v1.ListWithheldChangesResponse;
import dev.tributary.attribution.v1.PrivacyServiceGrpc;
import dev.tributary.attribution.v1.Touch;
import dev.tributary.attribution.v1.WithheldChange;
import dev.tributary.runtime.testing.TestDatabases;
import dev.tributary.type.v1.ErrorReason;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** A locked period only reports what late touches would have changed. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class WithheldChangesTest {
  private final TestAttribution service;

  WithheldChangesTest(TestDatabases kind) {
    service = TestAttribution.start(kind);
  }

  @AfterAll
  void stop() {
    service.close();
  }

  @BeforeEach
  void resetClock() {
    service.clock().set(TestAttribution.NOW);
  }

  @Test
  void a_late_touch_of_a_locked_period_is_reported_and_moves_no_credit() {
    Payroll payroll = payroll();
    Shop shop = payroll.shop();
    shop.touched(touch("t-1", 90).setLinkId("bo-bio"));
    shop.record(Orders.order("o-1"));
    lockDay1(payroll);
    shop.touched(touch("t-2", 60));

    Attribution attribution = shop.settled("o-1").getAttribution();

    assertThat(attribution.getRevision()).isEqualTo(1);
    assertThat(attribution.getCredits(0).getOwner()).isEqualTo(Samples.BO);
    WithheldChange change = changes(payroll, 10, "").getChanges(0);
    assertThat(change.getOrderId()).isEqualTo("o-1");
    assertThat(change.getConversionTime()).isEqualTo(time(Orders.TIME));
    assertThat(change.getOwnersList()).containsExactly(Samples.BO);
    assertThat(change.getWouldBeOwnersList()).containsExactly(Samples.ANNA);
  }

  @Test
  void an_order_of_nobody_in_a_locked_period_stays_nobodys() {
    Payroll payroll = payroll();
    payroll.shop().record(Orders.order("o-1"));
    lockDay1(payroll);
    payroll.shop().touched(touch("t-1", 60));
    payroll.shop().settled("o-1");

    WithheldChange change = changes(payroll, 10, "").getChanges(0);
    assertThat(change.getOwnersList()).isEmpty();
    assertThat(change.getWouldBeOwnersList()).containsExactly(Samples.ANNA);
  }

  @Test
  void the_same_change_is_reported_once_and_another_again() {
    Payroll payroll = payroll();
    payroll.shop().record(Orders.order("o-1"));
    lockDay1(payroll);
    payroll.shop().touched(touch("t-1", 90));
    payroll.shop().settled("o-1");
    payroll.shop().touched(touch("t-2", 80));
    payroll.shop().settled("o-1");
    assertThat(changes(payroll, 10, "").getChangesList()).hasSize(1);

    payroll.shop().touched(touch("t-3", 70).setLinkId("bo-bio"));
    payroll.shop().settled("o-1");

    assertThat(changes(payroll, 10, "").getChangesList())
        .extracting(change -> change.getWouldBeOwners(0))
        .containsExactly(Samples.ANNA, Samples.BO);
  }

  @Test
  void an_order_that_is_recorded_after_the_lock_is_still_settled() {
    Payroll payroll = payroll();
    lockDay1(payroll);
    payroll.shop().record(Orders.order("o-1"));
    payroll.shop().touched(touch("t-1", 60));

    assertThat(payroll.shop().settled("o-1").getAttribution().getCredits(0).getOwner())
        .isEqualTo(Samples.ANNA);
    assertThat(changes(payroll, 10, "").getChangesCount()).isZero();
  }

  @Test
  void an_erasure_moves_no_credit_of_a_locked_period_either() {
    Payroll payroll = payroll();
    Shop shop = payroll.shop();
    shop.touched(touch("t-1", 90).setLinkId("bo-bio"));
    shop.record(Orders.order("o-1"));
    lockDay1(payroll);
    shop.touched(touch("t-2", 60));

    PrivacyServiceGrpc.newBlockingStub(service.channel(shop.workspace()))
        .eraseSubject(
            EraseSubjectRequest.newBuilder().setErasureId("e-1").setVisitorId("visitor-1").build());

    Attribution attribution = shop.settled("o-1").getAttribution();
    assertThat(attribution.getRevision()).isEqualTo(1);
    assertThat(attribution.getCredits(0).getOwner()).isEqualTo(Samples.BO);
    assertThat(changes(payroll, 10, "").getChangesList())
        .extracting(change -> change.getWouldBeOwners(0))
        .containsExactly(Samples.ANNA);
  }

  @Test
  void changes_are_listed_in_pages() {
    Payroll payroll = payroll();
    payroll.shop().record(Orders.order("o-1"), Orders.order("o-2"), Orders.order("o-3"));
    lockDay1(payroll);
    payroll.shop().touched(touch("t-1", 60));
    payroll.shop().settled("o-1");

    ListWithheldChangesResponse first = changes(payroll, 2, "");
    ListWithheldChangesResponse second = changes(payroll, 2, first.getNextPageToken());

    assertThat(first.getChangesList())
        .extracting(WithheldChange::getOrderId)
        .containsExactly("o-1", "o-2");
    assertThat(second.getChangesList())
        .extracting(WithheldChange::getOrderId)
        .containsExactly("o-3");
    assertThat(second.getNextPageToken()).isEmpty();
    assertThat(reasonOf(failureOf(() -> changes(payroll, 3, "junk"))))
        .isEqualTo(ErrorReason.ERROR_REASON_PAGE_TOKEN_MISMATCH);
  }

  private Payroll payroll() {
    Payroll payroll = new Payroll(service);
    payroll.put(terms());
    payroll.put(terms(Samples.BO));
    payroll.shop().has(Samples.link("anna-bio"), Samples.link("bo-bio").setOwner(Samples.BO));
    return payroll;
  }

  private void lockDay1(Payroll payroll) {
    service.clock().set(startOf(2).plusSeconds(60));
    payroll.lock(day(1));
  }

  private static Touch.Builder touch(String touchId, int secondsBefore) {
    return Samples.touch(touchId).setEventTime(time(Orders.TIME.minusSeconds(secondsBefore)));
  }

  private static ListWithheldChangesResponse changes(Payroll payroll, int size, String token) {
    return payroll
        .calls()
        .listWithheldChanges(
            ListWithheldChangesRequest.newBuilder().setPageSize(size).setPageToken(token).build());
  }
}
