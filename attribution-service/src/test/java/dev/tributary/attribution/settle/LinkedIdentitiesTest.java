package dev.tributary.attribution.settle;

import static dev.tributary.attribution.Samples.BO;
import static dev.tributary.attribution.Samples.link;
import static dev.tributary.attribution.Samples.time;
import static dev.tributary.attribution.conversion.Orders.order;
import static dev.tributary.attribution.conversion.Orders.refund;
import static dev.tributary.attribution.identity.IdentityLinks.login;
import static dev.tributary.attribution.identity.IdentityLinks.logout;
import static dev.tributary.attribution.identity.IdentityLinks.retraction;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tributary.attribution.Samples;
import dev.tributary.attribution.TestAttribution;
import dev.tributary.attribution.conversion.Orders;
import dev.tributary.attribution.conversion.Shop;
import dev.tributary.attribution.identity.Identities;
import dev.tributary.attribution.v1.Candidate;
import dev.tributary.attribution.v1.Conversion;
import dev.tributary.attribution.v1.ConversionRecord;
import dev.tributary.attribution.v1.IdentityLink;
import dev.tributary.attribution.v1.Posting;
import dev.tributary.attribution.v1.PostingKind;
import dev.tributary.attribution.v1.RevisionReason;
import dev.tributary.attribution.v1.Touch;
import dev.tributary.attribution.v1.TouchBelonging;
import dev.tributary.attribution.v1.TouchConsent;
import dev.tributary.runtime.testing.TestDatabases;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Orders of persons who have several names, and devices that have several persons. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class LinkedIdentitiesTest {
  private static final Duration WINDOW = Duration.ofDays(7);

  private final TestAttribution service;

  LinkedIdentitiesTest(TestDatabases kind) {
    service = TestAttribution.start(kind);
  }

  @AfterEach
  void resetClock() {
    service.clock().set(TestAttribution.NOW);
  }

  @AfterAll
  void stop() {
    service.close();
  }

  @Test
  void the_first_login_takes_the_anonymous_touches_before_it_along() {
    Shop shop = shop();
    shop.touched(click("t-1", "phone", 48));
    shop.linked(login("l-1", "phone", "ann", ago(1)));
    shop.record(by("o-1", "laptop", "ann"));

    assertThat(creditedFor(shop.settled("o-1"))).isEqualTo("anna");
    assertThat(shop.settled("o-1").getAttribution().getRevision()).isEqualTo(1);
  }

  @Test
  void an_explanation_tells_how_each_touch_belongs_to_the_person() {
    Shop shop = shop();
    shop.touched(
        click("t-phone", "phone", 5),
        click("t-laptop", "laptop", 4),
        click("t-named", "tablet", 3).setCustomerId("ann"),
        click("t-click", "nobody", 2));
    shop.linked(login("l-1", "phone", "ann", ago(1)));
    shop.record(by("o-1", "laptop", "ann").setClickId("t-click"));

    assertThat(shop.explain("o-1").getCandidatesList())
        .extracting(Candidate::getTouchId, Candidate::getBelongsBy)
        .containsExactly(
            tuple("t-click", TouchBelonging.TOUCH_BELONGING_CLICK),
            tuple("t-named", TouchBelonging.TOUCH_BELONGING_CUSTOMER),
            tuple("t-laptop", TouchBelonging.TOUCH_BELONGING_VISITOR),
            tuple("t-phone", TouchBelonging.TOUCH_BELONGING_LINKED_VISITOR));
  }

  @Test
  void on_a_shared_device_each_customer_has_the_touches_of_their_own_time() {
    Shop shop = shop();
    shop.linked(
        login("l-1", "device", "ann", ago(10)),
        logout("l-2", "device", ago(8)),
        login("l-3", "device", "ben", ago(6)));
    shop.touched(click("t-ann", "device", 9), click("t-ben", "device", 5).setLinkId("bo-bio"));
    shop.record(
        by("o-ann", "device", "ann").setConversionTime(time(ago(7))),
        by("o-ben", "device", "ben"),
        by("o-ann-again", "device", "ann"));

    assertThat(creditedFor(shop.settled("o-ann"))).isEqualTo("anna");
    assertThat(creditedFor(shop.settled("o-ben"))).isEqualTo("bo");
    assertThat(creditedFor(shop.settled("o-ann-again"))).isEqualTo("anna");
    assertThat(shop.explain("o-ann-again").getCandidatesList())
        .extracting(Candidate::getTouchId)
        .containsExactly("t-ann");
  }

  @Test
  void an_order_that_names_only_a_visitor_is_the_customers_of_its_time() {
    Shop shop = shop();
    shop.linked(login("l-1", "phone", "ann", ago(20)), login("l-2", "laptop", "ann", ago(10)));
    shop.touched(click("t-1", "phone", 5));
    shop.record(order("o-1").setVisitorId("laptop"));

    assertThat(creditedFor(shop.settled("o-1"))).isEqualTo("anna");
  }

  @Test
  void after_a_logout_an_order_without_a_customer_has_its_visitors_touches_only() {
    Shop shop = shop();
    shop.linked(
        login("l-1", "phone", "ann", ago(20)),
        login("l-2", "laptop", "ann", ago(10)),
        logout("l-3", "laptop", ago(4)));
    shop.touched(click("t-1", "phone", 5), click("t-2", "laptop", 6).setLinkId("bo-bio"));
    shop.record(order("o-1").setVisitorId("laptop"));

    assertThat(creditedFor(shop.settled("o-1"))).isEqualTo("bo");
  }

  @Test
  void a_login_that_is_told_after_the_order_moves_its_credit() {
    Shop shop = shop();
    shop.touched(click("t-1", "phone", 5));
    shop.record(by("o-1", "laptop", "ann"));
    shop.linked(login("l-1", "phone", "ann", ago(1)));

    ConversionRecord record = shop.settled("o-1");

    assertThat(creditedFor(record)).isEqualTo("anna");
    assertThat(record.getAttribution().getReason())
        .isEqualTo(RevisionReason.REVISION_REASON_REATTRIBUTED);
  }

  @Test
  void a_late_touch_of_a_linked_visitor_finds_the_orders_of_the_customer() {
    Shop shop = shop();
    shop.linked(login("l-1", "phone", "ann", ago(20)), login("l-2", "laptop", "ann", ago(10)));
    shop.record(by("o-1", "elsewhere", "ann"), order("o-2").setVisitorId("laptop"));
    shop.touched(click("t-1", "phone", 5));

    assertThat(creditedFor(shop.settled("o-1"))).isEqualTo("anna");
    assertThat(creditedFor(shop.settled("o-2"))).isEqualTo("anna");
  }

  @Test
  void a_late_touch_that_names_the_customer_finds_the_orders_of_a_linked_visitor() {
    Shop shop = shop();
    shop.linked(login("l-1", "laptop", "ann", ago(10)));
    shop.record(order("o-1").setVisitorId("laptop"));
    shop.touched(click("t-1", "elsewhere", 5).setCustomerId("ann"));

    assertThat(creditedFor(shop.settled("o-1"))).isEqualTo("anna");
  }

  @Test
  void a_logout_that_is_told_late_gives_back_what_was_another_persons() {
    Shop shop = shop();
    shop.linked(login("l-1", "device", "ann", ago(10)));
    shop.touched(click("t-1", "device", 5));
    shop.record(by("o-1", "laptop", "ann"));
    assertThat(creditedFor(shop.settled("o-1"))).isEqualTo("anna");
    shop.linked(logout("l-2", "device", ago(8)));

    ConversionRecord record = shop.settled("o-1");

    assertThat(creditedFor(record)).isEmpty();
    assertThat(netOf(record, "anna")).isZero();
  }

  @Test
  void a_retraction_unmerges_with_the_difference_as_postings_at_the_old_times() {
    Shop shop = shop();
    shop.touched(click("t-own", "laptop", 6), click("t-other", "phone", 5).setLinkId("bo-bio"));
    shop.linked(login("l-1", "phone", "ann", ago(10)));
    shop.record(by("o-1", "laptop", "ann"));
    shop.refund(refund("o-1", "r-1", 2_500));
    assertThat(creditedFor(shop.settled("o-1"))).isEqualTo("bo");
    shop.linked(retraction("l-2", "phone", "l-1", ago(0)));

    ConversionRecord record = shop.settled("o-1");

    assertThat(record.getAttribution().getRevision()).isEqualTo(3);
    assertThat(record.getAttribution().getReason())
        .isEqualTo(RevisionReason.REVISION_REASON_REATTRIBUTED);
    assertThat(netOf(record, "anna")).isEqualTo(7_500);
    assertThat(netOf(record, "bo")).isZero();
    assertThat(record.getPostingsList())
        .filteredOn(posting -> posting.getKind() == PostingKind.POSTING_KIND_REATTRIBUTION)
        .extracting(Posting::getEffectiveTime)
        .containsOnly(time(Orders.TIME), time(Orders.TIME.plusSeconds(300)));
  }

  @Test
  void the_window_ends_seven_days_after_the_order_was_received_for_links_too() {
    Shop shop = shop();
    shop.touched(click("t-1", "phone", 5), click("t-2", "tablet", 5));
    shop.record(by("o-1", "laptop", "ann"), by("o-2", "desktop", "ben"));
    service.clock().advance(WINDOW);
    shop.linked(login("l-1", "phone", "ann", ago(1)));
    service.clock().advance(Duration.ofNanos(1_000));
    shop.linked(login("l-2", "tablet", "ben", ago(1)));

    assertThat(creditedFor(shop.settled("o-1"))).isEqualTo("anna");
    assertThat(shop.settled("o-2").getAttribution().getRevision()).isEqualTo(1);
  }

  @Test
  void what_was_retracted_too_late_still_holds_when_the_order_is_looked_at_again() {
    Shop shop = shop();
    shop.touched(click("t-1", "phone", 5));
    shop.linked(login("l-1", "phone", "ann", ago(1)));
    shop.record(by("o-1", "laptop", "ann"));
    service.clock().advance(WINDOW.plusSeconds(1));
    shop.linked(retraction("l-2", "phone", "l-1", ago(0)));
    shop.refund(refund("o-1", "r-1", 100));

    ConversionRecord record = shop.settled("o-1");

    assertThat(record.getAttribution().getRevision()).isEqualTo(2);
    assertThat(creditedFor(record)).isEqualTo("anna");
  }

  @Test
  void an_unknown_click_stays_unresolved_until_it_arrives_whoever_made_it() {
    Shop shop = shop();
    shop.linked(login("l-1", "device", "ben", ago(10)));
    shop.record(by("o-1", "laptop", "ann").setClickId("click-1"));
    assertThat(creditedFor(shop.settled("o-1"))).isEmpty();
    shop.touched(click("click-1", "device", 5));

    assertThat(creditedFor(shop.settled("o-1"))).isEqualTo("anna");
    assertThat(shop.explain("o-1").getCandidates(0).getBelongsBy())
        .isEqualTo(TouchBelonging.TOUCH_BELONGING_CLICK);
  }

  @Test
  void a_touch_without_consent_is_credited_only_to_the_order_that_carries_its_click() {
    Shop shop = shop();
    shop.touched(
        click("click-1", "laptop", 5)
            .setCustomerId("ann")
            .setConsent(TouchConsent.TOUCH_CONSENT_DENIED));
    shop.record(by("o-1", "laptop", "ann"), by("o-2", "laptop", "ann").setClickId("click-1"));

    assertThat(creditedFor(shop.settled("o-1"))).isEmpty();
    assertThat(creditedFor(shop.settled("o-2"))).isEqualTo("anna");
    assertThat(shop.explain("o-2").getCandidates(0))
        .returns(TouchBelonging.TOUCH_BELONGING_CLICK, Candidate::getBelongsBy)
        .returns(TouchConsent.TOUCH_CONSENT_DENIED, Candidate::getConsent);
  }

  @Test
  void of_a_customer_with_too_many_visitors_the_newest_are_looked_at() {
    Shop shop = shop();
    int visitors = Identities.VISITORS_MAX + 1;
    IdentityLink.Builder[] links = new IdentityLink.Builder[visitors];
    for (int i = 0; i < visitors; i++) {
      links[i] = login("l-" + i, "device-" + i, "ann", ago(1).plusSeconds(i));
    }
    shop.linked(links);
    shop.touched(click("t-oldest", "device-0", 5), click("t-newest", "device-100", 6));
    shop.record(by("o-1", "laptop", "ann"));

    assertThat(shop.explain("o-1").getCandidatesList())
        .extracting(Candidate::getTouchId)
        .containsExactly("t-newest");
  }

  @Test
  void the_links_of_a_visitor_with_too_many_are_not_looked_at() {
    Shop shop = shop();
    shop.touched(click("t-1", "kiosk", 5));
    IdentityLink.Builder[] links = new IdentityLink.Builder[Identities.LINKS_MAX];
    for (int i = 0; i < links.length; i++) {
      links[i] = login("l-" + i, "kiosk", "ann", ago(4).plusSeconds(i));
    }
    shop.linked(links);
    shop.record(by("o-1", "laptop", "ann"));
    shop.linked(logout("l-more", "kiosk", ago(1)));
    shop.record(by("o-2", "laptop", "ann"));

    assertThat(shop.explain("o-2").getCandidatesList()).isEmpty();
  }

  private Shop shop() {
    return new Shop(service)
        .has(link("anna-bio"), link("bo-bio").setOwner(BO).setUtm(Samples.utm("bo")));
  }

  private static Conversion.Builder by(String orderId, String visitor, String customer) {
    return order(orderId).setVisitorId(visitor).setCustomerId(customer);
  }

  private static Touch.Builder click(String touchId, String visitor, int hoursAgo) {
    return Samples.touch(touchId).setVisitorId(visitor).setEventTime(time(ago(hoursAgo)));
  }

  private static Instant ago(int hours) {
    return Orders.TIME.minus(Duration.ofHours(hours));
  }

  private static String creditedFor(ConversionRecord record) {
    return record.getAttribution().getCredits(0).getOwner().getCreatorId();
  }

  private static long netOf(ConversionRecord record, String creator) {
    return record.getPostingsList().stream()
        .filter(posting -> posting.getOwner().getCreatorId().equals(creator))
        .mapToLong(Posting::getAmountMinor)
        .sum();
  }
}
