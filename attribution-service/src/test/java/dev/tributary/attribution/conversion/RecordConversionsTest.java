package dev.tributary.attribution.conversion;

import static dev.tributary.attribution.Samples.time;
import static dev.tributary.attribution.conversion.Orders.TIME;
import static dev.tributary.attribution.conversion.Orders.code;
import static dev.tributary.attribution.conversion.Orders.order;
import static dev.tributary.attribution.conversion.Orders.signUp;
import static dev.tributary.attribution.conversion.Shop.statuses;
import static dev.tributary.runtime.testing.Statuses.failureOf;
import static dev.tributary.runtime.testing.Statuses.reasonOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.attribution.Names;
import dev.tributary.attribution.TestAttribution;
import dev.tributary.attribution.v1.Components;
import dev.tributary.attribution.v1.Conversion;
import dev.tributary.attribution.v1.ConversionNote;
import dev.tributary.attribution.v1.ConversionNoteKind;
import dev.tributary.attribution.v1.ConversionRecord;
import dev.tributary.attribution.v1.ConversionResult;
import dev.tributary.attribution.v1.PaymentState;
import dev.tributary.attribution.v1.Posting;
import dev.tributary.attribution.v1.RecordConversionsRequest;
import dev.tributary.attribution.v1.RecordConversionsResponse;
import dev.tributary.attribution.v1.RevisionReason;
import dev.tributary.attribution.v1.Storefront;
import dev.tributary.attribution.v1.TaxMode;
import dev.tributary.runtime.log.Positions;
import dev.tributary.runtime.testing.TestDatabases;
import dev.tributary.type.v1.ErrorReason;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Recording conversions: once, whatever is sent again, and with a verdict for each. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class RecordConversionsTest {
  private final TestAttribution service;

  RecordConversionsTest(TestDatabases kind) {
    service = TestAttribution.start(kind);
  }

  @AfterAll
  void close() {
    service.close();
  }

  @Test
  void a_conversion_is_read_back_as_recorded_without_persons() {
    Shop shop = shop();
    Conversion sent =
        order("#1001")
            .setCustomerId("customer-1")
            .setClickId("click-1")
            .addCodes(code("ANNA10", 250))
            .setTaxMode(TaxMode.TAX_MODE_INCLUDED)
            .setComponents(
                Components.newBuilder()
                    .setItemsMinor(10_000)
                    .setDiscountMinor(250)
                    .setTaxMinor(1_500)
                    .setShippingMinor(0)
                    .setGiftCardMinor(2_000))
            .build();

    shop.record(sent.toBuilder());

    ConversionRecord record = shop.read("#1001");
    assertThat(record.getConversion())
        .isEqualTo(
            sent.toBuilder()
                .setStorefrontId("main")
                .clearVisitorId()
                .clearCustomerId()
                .setPaymentState(PaymentState.PAYMENT_STATE_PAID)
                .setPaymentStateTime(time(TIME))
                .build());
    assertThat(record.getBaseMinor()).isEqualTo(8_250);
    assertThat(record.getReceiveTime()).isEqualTo(time(TestAttribution.NOW));
    assertThat(record.getPostingsList())
        .extracting(Posting::getAmountMinor)
        .containsExactly(8_250L);
  }

  @Test
  void sending_again_is_answered_by_what_holds() {
    Shop shop = shop();
    RecordConversionsResponse first = send(shop, order("o-1"), order("o-1"));
    shop.refund(Orders.refund("o-1", "r1", 1_000));
    RecordConversionsResponse second = send(shop, order("o-1").setVisitorId("other-device"));

    assertThat(statuses(first.getResultsList())).containsExactly("RECORDED", "ALREADY_RECORDED");
    assertThat(first.getResults(1).getAttribution())
        .isEqualTo(first.getResults(0).getAttribution());
    assertThat(statuses(second.getResultsList())).containsExactly("ALREADY_RECORDED");
    assertThat(second.getResults(0).getAttribution().getRevision()).isEqualTo(2);
    assertThat(Positions.decode(second.getPosition()).covers(Positions.decode(first.getPosition())))
        .isTrue();
  }

  @Test
  @Names("ErrorReason.ID_REUSED")
  void an_order_sent_with_other_content_is_refused_naming_the_first_difference() {
    Shop shop = shop();
    Conversion original = order("o-1").setCustomerId("customer-1").addCodes(code("A", 100)).build();
    shop.record(original.toBuilder());

    assertThat(
            statuses(
                shop.record(
                    original.toBuilder().setConversionTime(time(TIME.plusSeconds(1))),
                    original.toBuilder().setCurrencyCode("USD"),
                    original.toBuilder()
                        .setComponents(Components.newBuilder().setItemsMinor(9_999)),
                    original.toBuilder()
                        .setComponents(original.getComponents().toBuilder().setTaxMinor(0)),
                    original.toBuilder().setTaxMode(TaxMode.TAX_MODE_INCLUDED),
                    original.toBuilder().clearCodes().addCodes(code("B", 100)),
                    original.toBuilder().clearCodes().addCodes(code("A")),
                    original.toBuilder().addCodes(code("C")),
                    original.toBuilder().setCustomerId("customer-2"),
                    original.toBuilder().setPaymentState(PaymentState.PAYMENT_STATE_PENDING))))
        .containsExactly(
            "ID_REUSED conversion_time",
            "ID_REUSED currency_code",
            "ID_REUSED components.items_minor",
            "ID_REUSED components.tax_minor",
            "ID_REUSED tax_mode",
            "ID_REUSED codes[0].code",
            "ID_REUSED codes[0].discount_minor",
            "ID_REUSED codes[1].code",
            "ID_REUSED customer_id",
            "ALREADY_RECORDED");
  }

  @Test
  void one_key_is_recorded_once_in_a_batch_and_types_and_shops_are_part_of_it() {
    assertThat(
            statuses(
                shop()
                    .record(
                        order("o-1"),
                        order("o-1", 5_000),
                        signUp("o-1"),
                        order("o-1").setStorefrontId("uk"),
                        order("o-1").setStorefrontId("main"))))
        .containsExactly(
            "RECORDED",
            "DUPLICATE_IN_BATCH components.items_minor",
            "RECORDED",
            "RECORDED",
            "ALREADY_RECORDED");
  }

  @Test
  void bad_items_are_refused_with_their_reasons_and_the_rest_is_recorded() {
    Components negative = Components.newBuilder().setItemsMinor(100).setDiscountMinor(101).build();
    List<ConversionResult> results =
        shop()
            .record(
                order("ok"),
                order("o").clearType(),
                order(""),
                order(" o"),
                order("o\0"),
                order("o").setStorefrontId("not a shop"),
                order("o").clearConversionTime(),
                order("o").setConversionTime(time(TestAttribution.NOW.plusSeconds(301))),
                order("o").clearCurrencyCode(),
                order("o").setCurrencyCode("XYZ"),
                order("o").clearComponents(),
                order("o").setComponents(Components.newBuilder().setTaxMinor(1)),
                order("o").setComponents(Components.newBuilder().setItemsMinor(-1)),
                order("o").setComponents(negative),
                order("o").addCodes(code("A")).addCodes(code(" a ")),
                order("o").addCodes(code("A", -1)),
                order("o").addAllCodes(codes(21)),
                order("o").setPaymentStateValue(99),
                signUp("s").setCurrencyCode("EUR"),
                signUp("s").setComponents(negative));

    assertThat(statuses(results))
        .containsExactly(
            "RECORDED",
            "FIELD_MISSING type",
            "FIELD_MISSING order_id",
            "FIELD_MALFORMED order_id",
            "FIELD_MALFORMED order_id",
            "FIELD_MALFORMED storefront_id",
            "FIELD_MISSING conversion_time",
            "FUTURE_TIME conversion_time",
            "FIELD_MISSING currency_code",
            "CURRENCY_UNKNOWN currency_code",
            "FIELD_MISSING components",
            "FIELD_MISSING components.items_minor",
            "OUT_OF_RANGE components.items_minor",
            "OUT_OF_RANGE components",
            "FIELD_MALFORMED codes[1].code",
            "OUT_OF_RANGE codes[0].discount_minor",
            "OUT_OF_RANGE codes",
            "FIELD_MALFORMED payment_state",
            "FIELD_MALFORMED currency_code",
            "FIELD_MALFORMED components");
    assertThat(results.get(1).hasAttribution()).isFalse();
  }

  @Test
  @Names("ErrorReason.BATCH_SIZE")
  void a_batch_has_one_to_a_thousand_items() {
    Shop shop = shop();
    var empty = RecordConversionsRequest.getDefaultInstance();
    var tooMany =
        RecordConversionsRequest.newBuilder()
            .addAllConversions(Collections.nCopies(1_001, order("o-1").build()))
            .build();

    assertThat(reasonOf(failureOf(() -> shop.conversions().recordConversions(empty))))
        .isEqualTo(ErrorReason.ERROR_REASON_BATCH_SIZE);
    assertThat(reasonOf(failureOf(() -> shop.conversions().recordConversions(tooMany))))
        .isEqualTo(ErrorReason.ERROR_REASON_BATCH_SIZE);
    assertThat(
            shop.record(
                IntStream.range(0, 1_000)
                    .mapToObj(i -> order("o-" + i))
                    .toArray(Conversion.Builder[]::new)))
        .hasSize(1_000);
  }

  @Test
  void the_storefront_fills_in_what_is_not_told_and_may_change_its_mind() {
    Shop shop =
        shop()
            .has(
                Storefront.newBuilder()
                    .setStorefrontId("uk")
                    .setCurrencyCode("GBP")
                    .setTaxMode(TaxMode.TAX_MODE_INCLUDED));
    Conversion.Builder untold = order("o-1").setStorefrontId("uk").clearCurrencyCode();

    assertThat(statuses(shop.record(untold))).containsExactly("RECORDED");
    shop.has(Storefront.newBuilder().setStorefrontId("uk").setCurrencyCode("EUR"));

    assertThat(
            statuses(
                shop.record(
                    untold,
                    untold.clone().setCurrencyCode("GBP"),
                    untold.clone().setCurrencyCode("EUR"))))
        .containsExactly("ALREADY_RECORDED", "ALREADY_RECORDED", "ID_REUSED currency_code");
  }

  @Test
  void news_of_the_payment_is_taken_over_and_the_newest_wins() {
    Shop shop = shop();
    Conversion.Builder pending = order("o-1").setPaymentState(PaymentState.PAYMENT_STATE_PENDING);
    shop.record(pending);

    ConversionResult voided = shop.record(at(PaymentState.PAYMENT_STATE_VOIDED, 20)).get(0);
    ConversionResult late = shop.record(at(PaymentState.PAYMENT_STATE_PAID, 10)).get(0);
    ConversionResult paid = shop.record(at(PaymentState.PAYMENT_STATE_PAID, 30)).get(0);

    assertThat(voided.getAttribution().getReason())
        .isEqualTo(RevisionReason.REVISION_REASON_PAYMENT_CHANGED);
    assertThat(voided.getAttribution().getCredits(0).getNetMinor()).isZero();
    assertThat(late.getAttribution()).isEqualTo(voided.getAttribution());
    assertThat(paid.getAttribution().getCredits(0).getNetMinor()).isEqualTo(10_000);
    assertThat(shop.read("o-1").getPostingsList())
        .extracting(Posting::getAmountMinor)
        .containsExactly(10_000L, -10_000L, 10_000L);
  }

  @Test
  @Names("ConversionNoteKind.CODE_AMOUNTS_DIFFER")
  void code_amounts_that_differ_from_the_discount_are_noted_and_accepted() {
    Components components =
        Components.newBuilder().setItemsMinor(560).setDiscountMinor(280).build();
    Shop shop = shop();

    ConversionResult result =
        shop.record(
                order("o-1")
                    .setCurrencyCode("GBP")
                    .setComponents(components)
                    .addCodes(code("A", 1_000))
                    .addCodes(code("B", 700)))
            .get(0);

    ConversionNote note =
        ConversionNote.newBuilder()
            .setKind(ConversionNoteKind.CONVERSION_NOTE_KIND_CODE_AMOUNTS_DIFFER)
            .setMessage("codes add up to 17.00 GBP, the order's discount is 2.80 GBP")
            .build();
    assertThat(result.getNotesList()).containsExactly(note);
    assertThat(shop.read("o-1").getNotesList()).containsExactly(note);
    assertThat(shop.record(order("o-2").addCodes(code("A", 1_000))).get(0).getNotesList())
        .isEmpty();
  }

  @Test
  @Names("ConversionNoteKind.TAX_NOT_TOLD")
  void tax_that_is_inside_the_prices_but_not_told_is_noted_and_not_taken_out() {
    ConversionResult result =
        shop().record(order("o-1").setTaxMode(TaxMode.TAX_MODE_INCLUDED)).get(0);

    assertThat(result.getAttribution().getCredits(0).getGrossMinor()).isEqualTo(10_000);
    assertThat(result.getNotesList())
        .extracting(ConversionNote::getKind)
        .containsExactly(ConversionNoteKind.CONVERSION_NOTE_KIND_TAX_NOT_TOLD);
  }

  @Test
  void one_order_recorded_by_eight_threads_is_recorded_once() throws Exception {
    Shop shop = shop();
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Callable<ConversionResult>> calls =
          Collections.nCopies(8, () -> shop.record(order("o-1")).get(0));
      List<ConversionResult> results = new ArrayList<>();
      for (Future<ConversionResult> each : threads.invokeAll(calls)) {
        results.add(each.get());
      }

      assertThat(statuses(results)).containsOnlyOnce("RECORDED").contains("ALREADY_RECORDED");
      assertThat(results)
          .extracting(ConversionResult::getAttribution)
          .containsOnly(results.get(0).getAttribution());
      assertThat(shop.read("o-1").getPostingsCount()).isEqualTo(1);
    } finally {
      threads.shutdownNow();
    }
  }

  private Shop shop() {
    return new Shop(service);
  }

  private static RecordConversionsResponse send(Shop shop, Conversion.Builder... conversions) {
    var request = RecordConversionsRequest.newBuilder();
    List.of(conversions).forEach(request::addConversions);
    return shop.conversions().recordConversions(request.build());
  }

  private static Conversion.Builder at(PaymentState state, int secondsAfter) {
    return order("o-1")
        .setPaymentState(state)
        .setPaymentStateTime(time(TIME.plusSeconds(secondsAfter)));
  }

  private static List<dev.tributary.attribution.v1.CodeUse> codes(int count) {
    return IntStream.range(0, count).mapToObj(i -> code("CODE" + i).build()).toList();
  }
}
