package dev.tributary.attribution.analysis;

import static dev.tributary.attribution.Samples.ANNA;
import static dev.tributary.attribution.Samples.BO;
import static dev.tributary.attribution.Samples.link;
import static dev.tributary.attribution.Samples.time;
import static dev.tributary.attribution.Samples.touch;
import static dev.tributary.attribution.conversion.Orders.TIME;
import static dev.tributary.attribution.conversion.Orders.code;
import static dev.tributary.attribution.conversion.Orders.order;
import static dev.tributary.attribution.conversion.Orders.signUp;
import static dev.tributary.runtime.testing.Statuses.failureOf;
import static dev.tributary.runtime.testing.Statuses.fieldsOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tributary.attribution.Samples;
import dev.tributary.attribution.TestAttribution;
import dev.tributary.attribution.conversion.Orders;
import dev.tributary.attribution.conversion.Shop;
import dev.tributary.attribution.v1.Components;
import dev.tributary.attribution.v1.CreditGrouping;
import dev.tributary.attribution.v1.CreditSource;
import dev.tributary.attribution.v1.CreditSummary;
import dev.tributary.attribution.v1.OrderTotals;
import dev.tributary.attribution.v1.Owner;
import dev.tributary.attribution.v1.PaymentState;
import dev.tributary.attribution.v1.RecordRefundsRequest;
import dev.tributary.attribution.v1.Refund;
import dev.tributary.attribution.v1.RevenueBase;
import dev.tributary.attribution.v1.SummarizeCreditsRequest;
import dev.tributary.attribution.v1.SummarizeCreditsResponse;
import dev.tributary.attribution.v1.TaxMode;
import dev.tributary.attribution.v1.TimeBasis;
import dev.tributary.runtime.testing.TestDatabases;
import dev.tributary.type.v1.TimeRange;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Sums of credits and orders, through the whole service. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class SummarizeCreditsTest {
  private final TestAttribution service;

  SummarizeCreditsTest(TestDatabases kind) {
    service = TestAttribution.start(kind);
  }

  @AfterAll
  void close() {
    service.close();
  }

  @Test
  void credits_are_grouped_by_source_and_currency_largest_first() {
    SummarizeCreditsResponse summary = summarize(aWeekOfSales(), request());

    assertThat(summary.getBase()).isEqualTo(RevenueBase.REVENUE_BASE_NET_SALES);
    assertThat(summary.getCreditsList())
        .containsExactly(
            credit("", CreditSource.CREDIT_SOURCE_LINK, 1, 0, 0).build(),
            credit("EUR", CreditSource.CREDIT_SOURCE_UNATTRIBUTED, 1, 40_000, 0)
                .setPendingMinor(40_000)
                .build(),
            credit("EUR", CreditSource.CREDIT_SOURCE_CODE, 2, 30_000, 4_000).build(),
            credit("EUR", CreditSource.CREDIT_SOURCE_LINK, 0, 20_000, 20_000).build(),
            credit("USD", CreditSource.CREDIT_SOURCE_UNATTRIBUTED, 1, 500, 0).build());
  }

  @Test
  void groupings_tell_apart_what_they_name() {
    Shop shop = aWeekOfSales();

    assertThat(owners(shop, CreditGrouping.CREDIT_GROUPING_COLLABORATION))
        .contains(ANNA, BO, Owner.getDefaultInstance());
    assertThat(owners(shop, CreditGrouping.CREDIT_GROUPING_CREATOR))
        .contains(Owner.newBuilder().setCreatorId("anna").build());
    assertThat(owners(shop, CreditGrouping.CREDIT_GROUPING_CAMPAIGN))
        .contains(Owner.newBuilder().setCampaignId("spring").build());
    assertThat(euros(shop, CreditGrouping.CREDIT_GROUPING_CODE))
        .extracting(CreditSummary::getCodeId, CreditSummary::getOwner, CreditSummary::getNetMinor)
        .containsExactly(
            tuple("", Owner.getDefaultInstance(), 40_000L),
            tuple("ANNA10", ANNA, 16_000L),
            tuple("BO10", BO, 10_000L),
            tuple("", Owner.getDefaultInstance(), 0L));
    assertThat(euros(shop, CreditGrouping.CREDIT_GROUPING_LINK))
        .extracting(CreditSummary::getLinkId, CreditSummary::getNetMinor)
        .containsExactly(tuple("", 40_000L), tuple("", 26_000L), tuple("anna-bio", 0L));
  }

  @Test
  void every_grouping_adds_up_to_the_orders() {
    Shop shop = aWeekOfSales();
    OrderTotals orders = summarize(shop, request()).getOrders(0);

    for (CreditGrouping grouping : CreditGrouping.values()) {
      if (grouping == CreditGrouping.UNRECOGNIZED) {
        continue;
      }
      List<CreditSummary> euros = euros(shop, grouping);
      assertThat(euros.stream().mapToLong(CreditSummary::getGrossMinor).sum())
          .isEqualTo(orders.getNetSalesMinor());
      assertThat(euros.stream().mapToLong(CreditSummary::getRefundedMinor).sum())
          .isEqualTo(orders.getRefundedMinor());
    }
  }

  @Test
  void orders_are_added_up_by_currency_without_tests_and_voided_ones() {
    Shop shop = new Shop(service);
    shop.record(
        order("excluded").setComponents(components()),
        order("included").setComponents(components()).setTaxMode(TaxMode.TAX_MODE_INCLUDED),
        order("test").setTest(true),
        order("voided").setPaymentState(PaymentState.PAYMENT_STATE_VOIDED),
        signUp("s-1"));

    assertThat(summarize(shop, request()).getOrdersList())
        .containsExactly(
            OrderTotals.newBuilder()
                .setCurrencyCode("EUR")
                .setOrderCount(2)
                .setItemsMinor(24_000)
                .setDiscountMinor(2_000)
                .setSubtotalMinor(22_000)
                .setTaxMinor(4_000)
                .setShippingMinor(1_000)
                .setTipMinor(200)
                .setPaidMinor(11_000 + 2_000 + 500 + 100 + 11_000 + 500 + 100)
                .setNetSalesMinor(11_000 + 9_000)
                .build());
  }

  @Test
  void by_posting_time_a_refund_counts_when_it_happened() {
    Shop shop = new Shop(service);
    shop.record(order("o-1").setConversionTime(time(TIME.minusSeconds(86_400))));
    refund(shop, Orders.refund("o-1", "r1", 3_000));

    SummarizeCreditsRequest today =
        request().setTimeRange(range(TIME, TestAttribution.NOW)).build();
    SummarizeCreditsRequest yesterday =
        request().setTimeRange(range(TIME.minusSeconds(90_000), TIME)).build();

    assertThat(nets(shop, today, TimeBasis.TIME_BASIS_CONVERSION_TIME)).isEmpty();
    assertThat(nets(shop, yesterday, TimeBasis.TIME_BASIS_CONVERSION_TIME)).containsExactly(7_000L);
    assertThat(nets(shop, today, TimeBasis.TIME_BASIS_POSTING_TIME)).containsExactly(-3_000L);
    assertThat(nets(shop, yesterday, TimeBasis.TIME_BASIS_POSTING_TIME)).containsExactly(10_000L);
  }

  @Test
  void orders_are_left_out_where_they_have_no_part() {
    Shop shop = aWeekOfSales();

    SummarizeCreditsResponse ofCampaign = summarize(shop, request().setCampaignId("spring"));
    SummarizeCreditsResponse byPosting =
        summarize(shop, request().setTimeBasis(TimeBasis.TIME_BASIS_POSTING_TIME));

    assertThat(ofCampaign.getOrdersList()).isEmpty();
    assertThat(byPosting.getOrdersList()).isEmpty();
    assertThat(ofCampaign.getCreditsList())
        .extracting(CreditSummary::getSource)
        .doesNotContain(CreditSource.CREDIT_SOURCE_UNATTRIBUTED);
    assertThat(summarize(shop, request().setStorefrontId("none")).getCreditsList()).isEmpty();
  }

  @Test
  void bad_requests_name_their_field() {
    Shop shop = new Shop(service);

    assertThat(fields(shop, request().setTimeRange(range(TIME, TIME))))
        .containsExactly("time_range.end_time");
    assertThat(fields(shop, request().setGroupByValue(99))).containsExactly("group_by");
    assertThat(fields(shop, request().setTimeBasisValue(99))).containsExactly("time_basis");
    assertThat(fields(shop, request().setCampaignId("no id"))).containsExactly("campaign_id");
  }

  /**
   * Two orders by code, one of them partly refunded; one by link, cancelled; a sign-up by link; one
   * that is pending and one in dollars, both nobody's; a test and a voided order.
   */
  private Shop aWeekOfSales() {
    Shop shop =
        new Shop(service)
            .has(Samples.code("ANNA10"), Samples.code("BO10").setOwner(BO))
            .has(link("anna-bio"))
            .touched(touch("t1").setVisitorId("clicker"));
    shop.record(
        order("o-1", 20_000).addCodes(code("ANNA10")),
        order("o-2", 10_000).addCodes(code("BO10")),
        order("o-3", 20_000).setVisitorId("clicker"),
        order("o-4", 40_000).setPaymentState(PaymentState.PAYMENT_STATE_PENDING),
        order("o-5", 500).setCurrencyCode("USD"),
        order("o-6").setTest(true),
        order("o-7").setPaymentState(PaymentState.PAYMENT_STATE_VOIDED),
        signUp("s-1").setVisitorId("clicker"));
    refund(shop, Orders.refund("o-1", "r1", 4_000));
    refund(shop, Orders.cancellation("o-3", "c1"));
    return shop;
  }

  private static Components components() {
    return Components.newBuilder()
        .setItemsMinor(12_000)
        .setDiscountMinor(1_000)
        .setTaxMinor(2_000)
        .setShippingMinor(500)
        .setTipMinor(100)
        .build();
  }

  private static CreditSummary.Builder credit(
      String currency, CreditSource source, long conversions, long gross, long refunded) {
    return CreditSummary.newBuilder()
        .setCurrencyCode(currency)
        .setSource(source)
        .setConversionsMillionths(conversions * 1_000_000)
        .setGrossMinor(gross)
        .setRefundedMinor(refunded)
        .setNetMinor(gross - refunded);
  }

  private static void refund(Shop shop, Refund.Builder refund) {
    shop.conversions().recordRefunds(RecordRefundsRequest.newBuilder().addRefunds(refund).build());
  }

  private static SummarizeCreditsRequest.Builder request() {
    return SummarizeCreditsRequest.newBuilder();
  }

  private static TimeRange range(Instant start, Instant end) {
    return TimeRange.newBuilder().setStartTime(time(start)).setEndTime(time(end)).build();
  }

  private static SummarizeCreditsResponse summarize(
      Shop shop, SummarizeCreditsRequest.Builder request) {
    return shop.analysis().summarizeCredits(request.build());
  }

  private static List<CreditSummary> euros(Shop shop, CreditGrouping grouping) {
    return summarize(shop, request().setGroupBy(grouping)).getCreditsList().stream()
        .filter(credit -> credit.getCurrencyCode().equals("EUR"))
        .toList();
  }

  private static List<Owner> owners(Shop shop, CreditGrouping grouping) {
    return euros(shop, grouping).stream().map(CreditSummary::getOwner).toList();
  }

  private static List<Long> nets(Shop shop, SummarizeCreditsRequest request, TimeBasis basis) {
    return summarize(shop, request.toBuilder().setTimeBasis(basis)).getCreditsList().stream()
        .map(CreditSummary::getNetMinor)
        .toList();
  }

  private static List<String> fields(Shop shop, SummarizeCreditsRequest.Builder request) {
    return fieldsOf(failureOf(() -> summarize(shop, request)));
  }
}
