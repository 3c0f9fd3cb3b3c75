package dev.tributary.attribution.conversion;

import static dev.tributary.attribution.Samples.BO;
import static dev.tributary.attribution.Samples.link;
import static dev.tributary.attribution.Samples.time;
import static dev.tributary.attribution.Samples.touch;
import static dev.tributary.attribution.conversion.Orders.TIME;
import static dev.tributary.attribution.conversion.Orders.amendment;
import static dev.tributary.attribution.conversion.Orders.code;
import static dev.tributary.attribution.conversion.Orders.order;
import static dev.tributary.attribution.conversion.Orders.refund;
import static dev.tributary.attribution.conversion.Orders.renewal;
import static dev.tributary.attribution.conversion.Orders.signUp;
import static dev.tributary.attribution.conversion.Orders.start;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.attribution.EarlierVersion;
import dev.tributary.attribution.Samples;
import dev.tributary.attribution.TestAttribution;
import dev.tributary.attribution.v1.ConversionRecord;
import dev.tributary.attribution.v1.ConversionType;
import dev.tributary.attribution.v1.ExplainAttributionResponse;
import dev.tributary.attribution.v1.HeldRefund;
import dev.tributary.attribution.v1.ListConversionsRequest;
import dev.tributary.attribution.v1.ListHeldRefundsRequest;
import dev.tributary.attribution.v1.ListStorefrontsRequest;
import dev.tributary.attribution.v1.NewCustomerBasis;
import dev.tributary.attribution.v1.NewCustomerDecision;
import dev.tributary.attribution.v1.Storefront;
import dev.tributary.attribution.v1.TaxMode;
import dev.tributary.runtime.testing.TestDatabases;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Orders that were recorded before the tables knew custom goals, subscriptions and customers. */
abstract class EarlierConversionsTest {
  private static final String LONG_NAME = "n".repeat(64);

  private final TestDatabases kind;

  EarlierConversionsTest(TestDatabases kind) {
    this.kind = kind;
  }

  @Test
  void orders_of_before_goals_had_longer_names_read_as_before_and_longer_ones_fit_beside_them() {
    TestAttribution before = TestAttribution.start(kind);
    Shop shop = everything(before);
    List<ConversionRecord> recorded = all(shop);
    var explained = explained(shop);
    var shops = storefronts(shop);
    assertThat(recorded).hasSize(6);

    try (TestAttribution after =
        TestAttribution.startOn(EarlierVersion.left(kind, "028", before))) {
      Shop same = new Shop(after, shop.workspace());

      assertThat(all(same)).isEqualTo(withoutCustomers(recorded));
      assertThat(explained(same)).isEqualTo(explained);
      assertThat(storefronts(same)).isEqualTo(shops);
      assertThat(Shop.statuses(same.record(order("sold").addCodes(code("ANNA10", 500)))))
          .containsExactly("ALREADY_RECORDED");
      assertThat(
              Shop.statuses(
                  same.record(
                      goal("sold", "a"),
                      goal("sold", LONG_NAME),
                      start("first", "sub-1").addCodes(code("ANNA10")),
                      renewal("second", "sub-1", 2))))
          .containsOnly("RECORDED");
      assertThat(all(same)).hasSize(10);
    }
  }

  @Test
  void refunds_of_before_goals_had_longer_names_are_applied_when_their_orders_come() {
    TestAttribution before = TestAttribution.start(kind);
    Shop shop = everything(before);

    try (TestAttribution after =
        TestAttribution.startOn(EarlierVersion.left(kind, "028", before))) {
      Shop same = new Shop(after, shop.workspace());
      same.record(order("expected").addCodes(code("ANNA10")));

      assertThat(same.read("expected").getAttribution().getCredits(0).getNetMinor())
          .isEqualTo(9_700);
      same.refund(refund("sold", "more", 1_000));
      assertThat(same.read("sold").getAttribution().getCredits(0).getNetMinor())
          .isEqualTo(10_000 - 2_500 - 1_000);
    }
  }

  @Test
  void customers_of_earlier_orders_were_not_asked_for_and_are_returning_from_then_on() {
    TestAttribution before = TestAttribution.start(kind);
    Shop shop = new Shop(before);
    shop.record(
        order("earlier").setCustomerId("eva").setConversionTime(time(TIME.minusSeconds(9))));

    try (TestAttribution after =
        TestAttribution.startOn(EarlierVersion.left(kind, "030", before))) {
      Shop same = new Shop(after, shop.workspace());
      same.record(order("later").setCustomerId("eva"), order("other").setCustomerId("cem"));

      assertThat(same.read("earlier").getNewCustomer())
          .isEqualTo(NewCustomerDecision.getDefaultInstance());
      assertThat(same.read("later").getNewCustomer().getBasis())
          .isEqualTo(NewCustomerBasis.NEW_CUSTOMER_BASIS_EARLIER_ORDER);
      assertThat(same.read("other").getNewCustomer().getBasis())
          .isEqualTo(NewCustomerBasis.NEW_CUSTOMER_BASIS_INCOMPLETE_HISTORY);
    }
  }

  @Test
  void refunds_that_waited_before_there_was_a_list_of_them_are_listed_by_their_time() {
    TestAttribution before = TestAttribution.start(kind);
    Shop shop = new Shop(before);
    shop.record(order("o-1"));
    shop.refund(
        refund("unknown", "last", 100).setRefundTime(time(TIME.plusSeconds(50))),
        refund("o-1", "applied", 100),
        refund("o-1", "excess", 20_000).setRefundTime(time(TIME.plusSeconds(40))),
        refund("unknown", "first", 100).setRefundTime(time(TIME.plusSeconds(30))));

    try (TestAttribution after =
        TestAttribution.startOn(EarlierVersion.left(kind, "031", before))) {
      assertThat(
              new Shop(after, shop.workspace())
                  .conversions()
                  .listHeldRefunds(ListHeldRefundsRequest.getDefaultInstance())
                  .getRefundsList())
          .extracting(HeldRefund::getRefund)
          .extracting(refund -> refund.getRefund().getRefundId())
          .containsExactly("first", "excess", "last");
    }
  }

  /** A row in every table that names orders: settled, amended, refunded, waiting, noted. */
  private static Shop everything(TestAttribution service) {
    Shop shop =
        new Shop(service)
            .has(Samples.code("ANNA10"))
            .has(link("anna-bio"), link("bo-bio").setOwner(BO))
            .has(Storefront.newBuilder().setStorefrontId("outlet").setCurrencyCode("USD"))
            .touched(touch("t-1").setLinkId("bo-bio").setEventTime(time(TIME.minusSeconds(90))));
    shop.record(
        order("sold").addCodes(code("ANNA10", 500)),
        order("touched"),
        order("noted").setTaxMode(TaxMode.TAX_MODE_INCLUDED),
        order("outlet").setStorefrontId("outlet").clearCurrencyCode(),
        order("test").setTest(true),
        signUp("sold"));
    shop.amend(amendment("touched", "a-1", -1_000));
    shop.refund(refund("sold", "r-1", 2_500), refund("expected", "r-2", 300));
    shop.touched(touch("t-2").setEventTime(time(TIME.minusSeconds(60))));
    assertThat(shop.settled("touched").getAttribution().getRevision()).isEqualTo(3);
    return shop;
  }

  private static dev.tributary.attribution.v1.Conversion.Builder goal(String orderId, String name) {
    return order(orderId)
        .setType(ConversionType.CONVERSION_TYPE_CUSTOM)
        .setCustomType(name)
        .addCodes(code("ANNA10"));
  }

  private static List<ConversionRecord> all(Shop shop) {
    return shop.conversions()
        .listConversions(
            ListConversionsRequest.newBuilder().addAtLeast(shop.written().encode()).build())
        .getConversionsList();
  }

  /** Without how far the settler has come. */
  private static ExplainAttributionResponse explained(Shop shop) {
    return shop.explain("sold").toBuilder().clearAsOf().build();
  }

  private static List<Storefront> storefronts(Shop shop) {
    return shop.conversions()
        .listStorefronts(ListStorefrontsRequest.getDefaultInstance())
        .getStorefrontsList();
  }

  private static List<ConversionRecord> withoutCustomers(List<ConversionRecord> records) {
    return records.stream().map(each -> each.toBuilder().clearNewCustomer().build()).toList();
  }
}
