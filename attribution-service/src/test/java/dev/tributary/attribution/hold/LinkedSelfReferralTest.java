package dev.tributary.attribution.hold;

import static dev.tributary.attribution.Samples.time;
import static dev.tributary.attribution.conversion.Orders.TIME;
import static dev.tributary.attribution.conversion.Orders.code;
import static dev.tributary.attribution.conversion.Orders.order;
import static dev.tributary.attribution.identity.IdentityLinks.login;
import static dev.tributary.attribution.identity.IdentityLinks.logout;
import static dev.tributary.attribution.identity.IdentityLinks.retraction;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.attribution.Samples;
import dev.tributary.attribution.TestAttribution;
import dev.tributary.attribution.conversion.Shop;
import dev.tributary.attribution.v1.Conversion;
import dev.tributary.attribution.v1.CreatorIdentities;
import dev.tributary.attribution.v1.HoldEvidence;
import dev.tributary.attribution.v1.HoldRule;
import dev.tributary.attribution.v1.HoldState;
import dev.tributary.attribution.v1.IdentityKind;
import dev.tributary.attribution.v1.OrderHold;
import dev.tributary.attribution.v1.ReplayHoldsRequest;
import dev.tributary.runtime.testing.TestDatabases;
import dev.tributary.type.v1.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Creators who buy from a device or an account that only identity links know as theirs. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class LinkedSelfReferralTest {
  private static final Instant LONG_AGO = TIME.minus(Duration.ofDays(30));

  private final TestAttribution service;

  LinkedSelfReferralTest(TestDatabases kind) {
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
  void a_guest_order_from_a_device_on_which_the_creator_was_logged_in_is_held() {
    Shop shop = shop();
    HoldCalls holds = shopsAs(shop, anna().addCustomerIds("anna-account"));
    shop.linked(login("login-1", "tablet", "anna-account", LONG_AGO));
    shop.record(by("own", "tablet", ""), by("other", "elsewhere", ""));

    List<OrderHold> all = holds.all();

    assertThat(all).hasSize(1);
    assertThat(all.get(0).getKey().getOrderId()).isEqualTo("own");
    assertThat(all.get(0).getRule()).isEqualTo(HoldRule.HOLD_RULE_SELF_REFERRAL);
    HoldEvidence evidence = all.get(0).getEvidence();
    assertThat(evidence.getCreatorId()).isEqualTo("anna");
    assertThat(evidence.getMatchesList()).containsExactly(IdentityKind.IDENTITY_KIND_CUSTOMER);
    assertThat(evidence.getIdentityLinkIdsList()).containsExactly("login-1");
    assertThat(evidence.getSummary()).endsWith("the same customer id by identity link login-1.");
    assertThat(all.toString()).doesNotContain("anna-account", "tablet");
  }

  @Test
  void an_order_of_a_customer_who_was_on_the_creators_device_is_held() {
    Shop shop = shop();
    HoldCalls holds = shopsAs(shop, anna().addVisitorIds("annas-phone"));
    shop.linked(
        login("login-1", "annas-phone", "second-account", LONG_AGO),
        logout("logout-1", "annas-phone", LONG_AGO.plusSeconds(60)));
    shop.record(by("own", "laptop", "second-account"));

    HoldEvidence evidence = holds.all().get(0).getEvidence();

    assertThat(evidence.getMatchesList()).containsExactly(IdentityKind.IDENTITY_KIND_VISITOR);
    assertThat(evidence.getIdentityLinkIdsList()).containsExactly("login-1");
  }

  @Test
  void a_creators_device_is_found_over_two_links_and_both_are_told() {
    Shop shop = shop();
    HoldCalls holds = shopsAs(shop, anna().addVisitorIds("annas-phone"));
    shop.linked(
        login("on-laptop", "laptop", "second-account", LONG_AGO),
        login("on-phone", "annas-phone", "second-account", LONG_AGO));
    shop.record(by("own", "laptop", ""));

    assertThat(holds.all().get(0).getEvidence().getIdentityLinkIdsList())
        .containsExactly("on-laptop", "on-phone");
  }

  @Test
  void a_link_that_comes_after_the_order_holds_it_too() {
    Shop shop = shop();
    HoldCalls holds = shopsAs(shop, anna().addCustomerIds("anna-account"));
    shop.record(by("own", "tablet", ""));
    assertThat(holds.all()).isEmpty();

    shop.linked(login("login-1", "tablet", "anna-account", TIME.minusSeconds(60)));

    assertThat(holds.all()).hasSize(1);
    assertThat(holds.all().get(0).getState()).isEqualTo(HoldState.HOLD_STATE_HELD);
  }

  @Test
  void a_link_that_was_wrong_releases_what_it_held() {
    Shop shop = shop();
    HoldCalls holds = shopsAs(shop, anna().addCustomerIds("anna-account"));
    shop.linked(login("login-1", "tablet", "anna-account", LONG_AGO));
    shop.record(by("own", "tablet", ""));
    assertThat(holds.all()).hasSize(1);

    shop.linked(retraction("oops", "tablet", "login-1", TIME));

    assertThat(holds.all())
        .extracting(OrderHold::getState)
        .containsExactly(HoldState.HOLD_STATE_RELEASED);
  }

  @Test
  void somebody_who_used_a_shared_device_at_another_time_is_not_the_creator() {
    Shop shop = shop();
    HoldCalls holds = shopsAs(shop, anna().addCustomerIds("anna-account"));
    shop.linked(
        login("anna-in", "tablet", "anna-account", LONG_AGO),
        logout("anna-out", "tablet", LONG_AGO.plusSeconds(60)),
        login("ben-in", "tablet", "ben", LONG_AGO.plusSeconds(120)));
    shop.record(by("guest", "tablet", ""), by("ben", "tablet", "ben"));

    assertThat(holds.all()).isEmpty();
  }

  @Test
  void a_link_more_than_seven_days_after_the_order_changes_nothing_as_with_credit() {
    Shop shop = shop();
    HoldCalls holds = shopsAs(shop, anna().addCustomerIds("anna-account"));
    shop.record(by("own", "tablet", ""));
    assertThat(holds.all()).isEmpty();
    service.clock().advance(Duration.ofDays(8));

    shop.linked(login("login-1", "tablet", "anna-account", LONG_AGO));

    assertThat(holds.all()).isEmpty();
    assertThat(replayed(holds)).isZero();
  }

  @Test
  void orders_that_were_judged_before_the_creator_was_known_are_held_by_a_replay() {
    Shop shop = shop();
    shop.linked(login("login-1", "tablet", "anna-account", LONG_AGO));
    shop.record(by("own", "tablet", ""));
    HoldCalls holds = new HoldCalls(service, shop);
    assertThat(holds.all()).isEmpty();
    holds.shopsAs(anna().addCustomerIds("anna-account"));

    assertThat(replayed(holds)).isEqualTo(1);
    assertThat(holds.all()).hasSize(1);
  }

  @Test
  void a_test_order_is_not_judged() {
    Shop shop = shop();
    HoldCalls holds = shopsAs(shop, anna().addCustomerIds("anna-account"));
    shop.record(by("own", "tablet", "").setTest(true));
    shop.linked(login("login-1", "tablet", "anna-account", LONG_AGO));

    assertThat(holds.all()).isEmpty();
  }

  private static long replayed(HoldCalls holds) {
    return holds
        .stub()
        .replayHolds(
            ReplayHoldsRequest.newBuilder()
                .setTimeRange(
                    TimeRange.newBuilder()
                        .setStartTime(time(LONG_AGO))
                        .setEndTime(time(TIME.plusSeconds(60))))
                .build())
        .getDifferenceCount();
  }

  private Shop shop() {
    return new Shop(service).has(Samples.code("ANNA10"));
  }

  private HoldCalls shopsAs(Shop shop, CreatorIdentities.Builder creator) {
    HoldCalls holds = new HoldCalls(service, shop);
    assertThat(Samples.statuses(holds.shopsAs(creator))).containsExactly("RECORDED");
    return holds;
  }

  private static CreatorIdentities.Builder anna() {
    return CreatorIdentities.newBuilder().setCreatorId("anna");
  }

  private static Conversion.Builder by(String orderId, String visitor, String customer) {
    return order(orderId).setVisitorId(visitor).setCustomerId(customer).addCodes(code("ANNA10"));
  }
}
