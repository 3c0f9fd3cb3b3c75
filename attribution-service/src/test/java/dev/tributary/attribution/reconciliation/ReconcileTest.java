package dev.tributary.attribution.reconciliation;

import static dev.tributary.attribution.Samples.code;
import static dev.tributary.attribution.Samples.link;
import static dev.tributary.attribution.Samples.time;
import static dev.tributary.attribution.Samples.touch;
import static dev.tributary.attribution.conversion.Orders.TIME;
import static dev.tributary.attribution.conversion.Orders.order;
import static dev.tributary.attribution.conversion.Orders.refund;
import static dev.tributary.runtime.testing.Statuses.fieldsOf;
import static dev.tributary.runtime.testing.Statuses.reasonOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tributary.attribution.conversion.Shop;
import dev.tributary.attribution.v1.Conversion;
import dev.tributary.attribution.v1.DifferenceClass;
import dev.tributary.attribution.v1.ReconcileRequest;
import dev.tributary.attribution.v1.ReconcileResponse;
import dev.tributary.attribution.v1.ReconciledClass;
import dev.tributary.attribution.v1.ReconciledCurrency;
import dev.tributary.attribution.v1.ReconciledDifference;
import dev.tributary.attribution.v1.ReconciledLine;
import dev.tributary.attribution.v1.RefundKind;
import dev.tributary.runtime.log.Positions;
import dev.tributary.runtime.testing.TestDatabases;
import dev.tributary.type.v1.ErrorReason;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tying a shop's list out against what was recorded. */
abstract class ReconcileTest extends ReconcileCalls {

  ReconcileTest(TestDatabases kind) {
    super(kind);
  }

  @Test
  void every_difference_of_a_month_is_told_with_its_class() {
    ReconcileResponse response = reconciledMonth();

    assertThat(response.getClassesList())
        .extracting(
            ReconciledClass::getDifferenceClass,
            ReconciledClass::getOrderCount,
            ReconciledClass::getDifferenceMinor)
        .containsExactly(
            tuple(DifferenceClass.DIFFERENCE_CLASS_MISSING_HERE, 2L, -20_000L),
            tuple(DifferenceClass.DIFFERENCE_CLASS_MISSING_THERE, 1L, 10_000L),
            tuple(DifferenceClass.DIFFERENCE_CLASS_TEST, 1L, -10_000L),
            tuple(DifferenceClass.DIFFERENCE_CLASS_REFUND, 1L, 2_000L),
            tuple(DifferenceClass.DIFFERENCE_CLASS_BASE, 1L, -1_900L),
            tuple(DifferenceClass.DIFFERENCE_CLASS_TIME_ZONE, 1L, 0L),
            tuple(DifferenceClass.DIFFERENCE_CLASS_CODE_SPELLING, 1L, 0L),
            tuple(DifferenceClass.DIFFERENCE_CLASS_HELD, 1L, 3_000L),
            tuple(DifferenceClass.DIFFERENCE_CLASS_POLICY, 1L, 0L),
            tuple(DifferenceClass.DIFFERENCE_CLASS_UNEXPLAINED, 1L, -7L));
    assertThat(response.getTiesOut()).isFalse();
    assertThat(response.getDifferences(0).getOrderId()).isEqualTo("odd");
    assertThat(response.getCurrenciesList())
        .extracting(
            ReconciledCurrency::getShopOrderCount,
            ReconciledCurrency::getShopMinor,
            ReconciledCurrency::getOrderCount,
            ReconciledCurrency::getMinor,
            ReconciledCurrency::getDifferenceMinor)
        .containsExactly(tuple(10L, 96_907L, 8L, 80_000L, -16_907L));
    requireExact(response);
  }

  @Test
  void a_shop_that_lists_what_was_recorded_ties_out_by_code_and_day_of_its_zone() {
    Shop shop = new Shop(service).has(code("EMILY10"), code("BO5"));
    shop.record(
        order("a").addCodes(use("EMILY10")),
        order("b").addCodes(use("EMILY10")),
        order("c").addCodes(use("BO5")),
        order("d"));

    ReconcileResponse response =
        reconcile(
            shop,
            header().setTimeZone("Asia/Tokyo"),
            listed("a").addCodes(use("EMILY10")),
            listed("b").addCodes(use("EMILY10")),
            listed("c").addCodes(use("BO5")),
            listed("d"));

    assertThat(response.getTiesOut()).isTrue();
    assertThat(response.getDifferenceCount()).isZero();
    assertThat(response.getLinesList())
        .extracting(
            ReconciledLine::getCode,
            ReconciledLine::getDate,
            ReconciledLine::getShopOrderCount,
            ReconciledLine::getOrderCount,
            ReconciledLine::getMinor)
        .containsExactly(
            tuple("", "2026-03-15", 1L, 1L, 10_000L),
            tuple("BO5", "2026-03-15", 1L, 1L, 10_000L),
            tuple("EMILY10", "2026-03-15", 2L, 2L, 20_000L));
    assertThat(response.getAsOfCount()).isEqualTo(1);
  }

  @Test
  void a_chargeback_that_was_reversed_is_on_neither_side() {
    Shop shop = new Shop(service).has(code("EMILY10"));
    shop.record(order("a").addCodes(use("EMILY10")));
    shop.refund(refund("a", "cb", 4_000).setKind(RefundKind.REFUND_KIND_CHARGEBACK));
    shop.refund(
        refund("a", "rv", 0)
            .clearComponents()
            .setKind(RefundKind.REFUND_KIND_CHARGEBACK_REVERSAL)
            .setReversedRefundId("cb"));

    ReconcileResponse response = reconcile(shop, header(), listed("a").addCodes(use("EMILY10")));

    assertThat(response.getDifferenceCount()).isZero();
    assertThat(response.getLines(0).getMinor()).isEqualTo(10_000);
  }

  @Test
  void it_waits_for_what_the_caller_wrote() {
    Shop shop = new Shop(service).has(link("anna-bio"));
    shop.record(order("a").clearVisitorId().setClickId("t-late"));
    shop.touched(touch("t-late"));

    ReconcileResponse response =
        reconcile(shop, header().addAtLeast(shop.written().encode()), listed("a"));

    assertThat(response.getTiesOut()).isTrue();
    assertThat(Positions.decode(response.getAsOf(0).getPosition()).entriesUpTo(shop.written()))
        .isZero();
  }

  @Test
  void orders_of_another_workspace_or_shop_are_not_looked_at() {
    new Shop(service).record(order("a"));
    Shop shop = new Shop(service);
    shop.record(order("b").setStorefrontId("other"));

    ReconcileResponse response = reconcile(shop, header(), listed("a"));

    assertThat(response.getDifferencesList())
        .extracting(ReconciledDifference::getOrderId, ReconciledDifference::getDifferenceClass)
        .containsExactly(tuple("a", DifferenceClass.DIFFERENCE_CLASS_MISSING_HERE));
  }

  @Test
  void more_orders_than_are_read_at_once_are_compared_in_pages() {
    Shop shop = new Shop(service);
    List<ReconcileRequest> requests = new ArrayList<>();
    requests.add(ReconcileRequest.newBuilder().setHeader(header()).build());
    for (int batch = 0; batch < 11; batch++) {
      var orders = new ArrayList<Conversion.Builder>();
      var request = ReconcileRequest.newBuilder();
      for (int i = 0; i < 100; i++) {
        String orderId = batch + "-" + i;
        orders.add(order(orderId).clearVisitorId());
        if (i % 2 == 0) {
          request.addOrders(listed(orderId));
        }
      }
      shop.record(orders.toArray(Conversion.Builder[]::new));
      requests.add(request.build());
    }

    ReconcileResponse response = send(shop, requests);

    assertThat(response.getClassesList())
        .extracting(ReconciledClass::getDifferenceClass, ReconciledClass::getOrderCount)
        .containsExactly(tuple(DifferenceClass.DIFFERENCE_CLASS_MISSING_THERE, 550L));
    assertThat(response.getDifferenceCount()).isEqualTo(550);
    assertThat(response.getCurrencies(0).getDifferenceMinor()).isEqualTo(5_500_000);
  }

  @Test
  void a_wrong_list_is_refused_naming_the_place() {
    Shop shop = new Shop(service);

    assertThat(fieldsOf(failure(shop, List.of()))).containsExactly("header");
    assertThat(fieldsOf(failure(shop, listed("a").build()))).containsExactly("header");
    assertThat(fieldsOf(failure(shop, header().clearTimeZone())))
        .containsExactly("header.time_zone");
    assertThat(fieldsOf(failure(shop, header().clearTimeRange())))
        .containsExactly("header.time_range");
    assertThat(fieldsOf(failure(shop, header(), listed("a"), listed("b").clearCurrencyCode())))
        .containsExactly("orders[1].currency_code");
    assertThat(fieldsOf(failure(shop, header(), listed("a"), listed("a"))))
        .containsExactly("orders[1].order_id");
    assertThat(fieldsOf(failure(shop, header(), listed("a").clearSubtotalMinor())))
        .containsExactly("orders[0].subtotal_minor");
    StatusRuntimeException unknown = failure(shop, header().addAtLeast("nothing of ours"));
    assertThat(reasonOf(unknown)).isEqualTo(ErrorReason.ERROR_REASON_POSITION_UNKNOWN);
  }

  /** A month with one difference of each class. */
  private ReconcileResponse reconciledMonth() {
    Shop shop =
        new Shop(service)
            .has(code("EMILY10"), code("OFF10").setDisabled(true))
            .has(link("anna-bio"))
            .touched(touch("t-1"));
    shop.record(
        order("same").addCodes(use("EMILY10")),
        order("taxed").setComponents(order("x").getComponentsBuilder().setTaxMinor(1_900)),
        order("refunded-there"),
        order("not-there"),
        order("a-test").setTest(true),
        order("other-day").setConversionTime(time(TIME.minus(Duration.ofDays(1)))),
        order("spelled").addCodes(use("emily10")),
        order("disabled").addCodes(use("OFF10")),
        order("odd"));
    shop.refund(refund("held", "r-1", 3_000));

    return reconcile(
        shop,
        header(),
        listed("same").addCodes(use("EMILY10")),
        listed("taxed").setSubtotalMinor(11_900),
        listed("refunded-there").setRefundedMinor(2_000),
        listed("not-here"),
        listed("a-test"),
        listed("other-day"),
        listed("spelled").addCodes(use("emily 10")),
        listed("disabled").addCodes(use("OFF10")),
        listed("odd").setSubtotalMinor(10_007),
        listed("held").setRefundedMinor(3_000));
  }

  /** The classes add up to the whole difference, and the differences of a line to the line's. */
  private static void requireExact(ReconcileResponse response) {
    assertThat(
            response.getClassesList().stream().mapToLong(ReconciledClass::getDifferenceMinor).sum())
        .isEqualTo(response.getCurrencies(0).getDifferenceMinor());
    for (ReconciledLine line : response.getLinesList()) {
      assertThat(
              response.getDifferencesList().stream()
                  .filter(each -> each.getCode().equals(line.getCode()))
                  .filter(each -> each.getDate().equals(line.getDate()))
                  .mapToLong(ReconciledDifference::getDifferenceMinor)
                  .sum())
          .as("%s", line)
          .isEqualTo(line.getDifferenceMinor());
    }
  }
}
