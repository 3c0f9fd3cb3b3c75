package dev.tributary.attribution.commission;

import static dev.tributary.attribution.Samples.time;
import static dev.tributary.attribution.commission.Payroll.day;
import static dev.tributary.attribution.commission.Payroll.order;
import static dev.tributary.attribution.commission.Payroll.startOf;
import static dev.tributary.attribution.commission.Payroll.terms;
import static dev.tributary.attribution.conversion.Orders.cancellation;
import static dev.tributary.attribution.conversion.Orders.code;
import static dev.tributary.attribution.conversion.Orders.refund;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.tributary.attribution.Samples;
import dev.tributary.attribution.TestAttribution;
import dev.tributary.attribution.conversion.Orders;
import dev.tributary.attribution.v1.CommissionFact;
import dev.tributary.attribution.v1.CommissionFee;
import dev.tributary.attribution.v1.CommissionMovement;
import dev.tributary.attribution.v1.CommissionRate;
import dev.tributary.attribution.v1.CommissionTerms;
import dev.tributary.attribution.v1.CommissionTier;
import dev.tributary.attribution.v1.CommissionTiers;
import dev.tributary.attribution.v1.GetConversionRequest;
import dev.tributary.attribution.v1.LockPeriodResponse;
import dev.tributary.attribution.v1.PaymentState;
import dev.tributary.attribution.v1.TierMode;
import dev.tributary.runtime.database.Database;
import dev.tributary.runtime.testing.TestDatabases;
import dev.tributary.type.v1.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** What the feed is told of commissions. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class AccrualsTest {
  private final TestAttribution service;

  AccrualsTest(TestDatabases kind) {
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
  void an_order_accrues_and_a_refund_claws_back() {
    Payroll payroll = new Payroll(service).paying(terms());
    payroll.shop().record(order("o-1", 10_000));
    payroll.shop().settled("o-1");
    payroll.shop().refund(refund("o-1", "r-1", 2_500));
    payroll.shop().settled("o-1");
    payroll.shop().refund(cancellation("o-1", "r-2"));

    assertThat(told(payroll, "o-1"))
        .extracting(
            AccrualsTest::kind,
            CommissionMovement::getNumber,
            movement -> movement.getAmount().getMinorUnits(),
            CommissionMovement::getTotalMinor)
        .containsExactly(
            tuple("ACCRUAL", 1, 1_000L, 1_000L),
            tuple("CLAWBACK", 1, -250L, -250L),
            tuple("CLAWBACK", 2, -750L, -1_000L));
    CommissionMovement first = told(payroll, "o-1").get(0);
    assertThat(first.getOwner()).isEqualTo(Samples.ANNA);
    assertThat(first.getOrderId()).isEqualTo("o-1");
    assertThat(first.getEffectiveTime()).isEqualTo(time(Orders.TIME));
  }

  @Test
  void nobody_without_terms_accrues() {
    Payroll payroll = new Payroll(service);
    payroll.shop().has(Samples.code("ANNA"));
    payroll.shop().record(order("o-1", 10_000));

    assertThat(told(payroll, "o-1")).isEmpty();
  }

  @Test
  void terms_that_come_after_orders_accrue_them() {
    Payroll payroll = new Payroll(service);
    payroll.shop().has(Samples.code("ANNA"));
    payroll.shop().record(order("o-1", 10_000));
    payroll.shop().settled("o-1");

    String position = payroll.put(terms()).getPosition();

    assertThat(toldAt(payroll, "o-1", position))
        .extracting(AccrualsTest::kind, CommissionMovement::getTotalMinor)
        .containsExactly(tuple("ACCRUAL", 1_000L));
  }

  @Test
  void credit_that_moves_takes_its_commission_with_it() {
    Payroll payroll = new Payroll(service).paying(terms());
    payroll.put(terms(Samples.BO).setRate(CommissionRate.newBuilder().setBasisPoints(2_000)));
    payroll.shop().has(Samples.link("anna-bio"), Samples.link("bo-bio").setOwner(Samples.BO));
    payroll
        .shop()
        .touched(
            Samples.touch("t-1")
                .setLinkId("bo-bio")
                .setEventTime(time(Orders.TIME.minusSeconds(90))));
    payroll.shop().record(Orders.order("o-1"));
    payroll.shop().settled("o-1");
    payroll.shop().touched(Samples.touch("t-2").setEventTime(time(Orders.TIME.minusSeconds(60))));
    payroll.shop().settled("o-1");
    // What the settler wrote itself is looked at with its next page.
    payroll.shop().record(Orders.order("o-2").setVisitorId("another"));
    payroll.shop().settled("o-2");

    assertThat(told(payroll, "o-2"))
        .filteredOn(movement -> movement.getOrderId().equals("o-1"))
        .extracting(
            movement -> movement.getOwner().getCreatorId(), CommissionMovement::getTotalMinor)
        .containsExactlyInAnyOrder(tuple("bo", 2_000L), tuple("bo", 0L), tuple("anna", 1_000L));
  }

  @Test
  void what_customers_saved_by_codes_is_told_apart_and_goes_back_with_refunds() {
    Payroll payroll = new Payroll(service).paying(terms());
    payroll.shop().record(Orders.order("o-1", 10_000).addCodes(code("ANNA", 1_001)));
    payroll.shop().settled("o-1");
    payroll.shop().refund(refund("o-1", "r-1", 5_000));

    assertThat(told(payroll, "o-1"))
        .filteredOn(movement -> kind(movement).equals("DISCOUNT"))
        .extracting(CommissionMovement::getNumber, CommissionMovement::getTotalMinor)
        .containsExactly(tuple(1, 1_001L), tuple(2, 501L));
  }

  @Test
  void a_tier_that_is_reached_is_told_of_all_orders_that_it_changes() {
    Payroll payroll = new Payroll(service).paying(tiered(TierMode.TIER_MODE_RETROACTIVE));
    payroll.shop().record(order("o-1", 9_000));
    payroll.shop().settled("o-1");
    payroll.shop().record(order("o-2", 1_000));

    assertThat(told(payroll, "o-2"))
        .extracting(CommissionMovement::getOrderId, CommissionMovement::getTotalMinor)
        .containsExactlyInAnyOrder(tuple("o-1", 900L), tuple("o-1", 1_800L), tuple("o-2", 200L));
  }

  @Test
  void what_tiers_change_about_open_orders_because_others_are_in_a_statement_is_told_by_the_lock() {
    Payroll payroll = new Payroll(service).paying(tiered(TierMode.TIER_MODE_MARGINAL));
    payroll
        .shop()
        .record(
            order("o-1", 10_000)
                .setConversionTime(time(Orders.TIME.minusSeconds(60)))
                .setPaymentState(PaymentState.PAYMENT_STATE_PENDING),
            order("o-2", 10_000));
    payroll.shop().settled("o-2");
    service.clock().set(startOf(2));

    LockPeriodResponse locked = payroll.lock(day(1));

    // What is paid comes first on the scale, so that 200 euros never pass the second tier twice.
    assertThat(locked.getStatements(0).getCommissionMinor()).isEqualTo(1_000);
    assertThat(payroll.open().getLines(0).getAmountMinor()).isEqualTo(2_000);
    assertThat(toldAt(payroll, "o-2", locked.getPosition()))
        .extracting(CommissionMovement::getOrderId, CommissionMovement::getTotalMinor)
        .containsExactlyInAnyOrder(
            tuple("o-1", 1_000L), tuple("o-2", 2_000L), tuple("o-1", 2_000L), tuple("o-2", 1_000L));
  }

  @Test
  void a_renewal_is_paid_by_the_terms_of_its_first_payment() {
    Payroll payroll = new Payroll(service).paying(terms());
    payroll
        .shop()
        .record(
            Orders.start("first", "s-1")
                .addCodes(code("ANNA"))
                .setConversionTime(time(Orders.TIME.minusSeconds(60))));
    payroll.put(
        terms()
            .setStartTime(time(Orders.TIME))
            .setRate(CommissionRate.newBuilder().setBasisPoints(5_000)));
    payroll.shop().record(Orders.renewal("renewal", "s-1", 2), order("another", 10_000));

    assertThat(told(payroll, "another"))
        .extracting(CommissionMovement::getOrderId, CommissionMovement::getTotalMinor)
        .containsExactlyInAnyOrder(
            tuple("first", 1_000L), tuple("renewal", 1_000L), tuple("another", 5_000L));
  }

  @Test
  void a_fee_is_told_when_its_period_is_locked() {
    Payroll payroll =
        new Payroll(service)
            .paying(
                terms()
                    .addFees(
                        CommissionFee.newBuilder()
                            .setFeeId("signing")
                            .setAmount(eur(5_000))
                            .setDueTime(time(startOf(1)))));
    payroll.shop().record(Orders.order("o-1"));
    assertThat(told(payroll, "o-1")).isEmpty();
    service.clock().set(startOf(2));
    payroll.lock(day(1));

    assertThat(told(payroll, "o-1"))
        .extracting(
            AccrualsTest::kind, CommissionMovement::getSourceId, CommissionMovement::getTotalMinor)
        .containsExactly(tuple("FEE", "signing", 5_000L));
  }

  /** Twice the rate from 100 euros on. */
  private static CommissionTerms.Builder tiered(TierMode mode) {
    return terms()
        .setTiers(
            CommissionTiers.newBuilder()
                .setMode(mode)
                .addTiers(
                    CommissionTier.newBuilder()
                        .setFromSales(eur(10_000))
                        .setRate(CommissionRate.newBuilder().setBasisPoints(2_000))));
  }

  private List<CommissionMovement> told(Payroll payroll, String orderId) {
    payroll.shop().settled(orderId);
    return told(payroll);
  }

  private List<CommissionMovement> toldAt(Payroll payroll, String orderId, String position) {
    payroll
        .shop()
        .conversions()
        .withDeadlineAfter(30, TimeUnit.SECONDS)
        .getConversion(
            GetConversionRequest.newBuilder().setOrderId(orderId).addAtLeast(position).build());
    return told(payroll);
  }

  /** What was told so far, by shard and sequence. */
  private List<CommissionMovement> told(Payroll payroll) {
    try (Database database =
        Database.open(service.database(), "db/log", "db/follower", "db/attribution")) {
      List<CommissionMovement> told = new ArrayList<>();
      database
          .read(
              handle ->
                  handle
                      .createQuery(
                          """
                          select payload from feed_entry
                          where workspace = :workspace and kind = 'commission'
                          order by record_time, shard, sequence""")
                      .bind("workspace", payroll.shop().workspace())
                      .mapTo(byte[].class)
                      .list())
          .forEach(
              payload -> {
                CommissionFact fact = parsed(payload);
                if (fact.hasMovement()) {
                  told.add(fact.getMovement());
                }
              });
      return told;
    }
  }

  private static CommissionFact parsed(byte[] payload) {
    try {
      return CommissionFact.parseFrom(payload);
    } catch (InvalidProtocolBufferException broken) {
      throw new AssertionError(broken);
    }
  }

  private static String kind(CommissionMovement movement) {
    return movement.getKind().name().substring("COMMISSION_MOVEMENT_KIND_".length());
  }

  private static Money eur(long minor) {
    return Money.newBuilder().setCurrencyCode("EUR").setMinorUnits(minor).build();
  }
}
