package dev.tributary.attribution.conversion;

import static dev.tributary.attribution.Samples.time;
import static dev.tributary.attribution.conversion.Orders.TIME;
import static dev.tributary.attribution.conversion.Orders.code;
import static dev.tributary.attribution.conversion.Orders.order;
import static dev.tributary.attribution.conversion.Orders.refund;
import static dev.tributary.attribution.conversion.Orders.signUp;
import static dev.tributary.runtime.testing.Statuses.failureOf;
import static dev.tributary.runtime.testing.Statuses.fieldsOf;
import static dev.tributary.runtime.testing.Statuses.reasonOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.attribution.Names;
import dev.tributary.attribution.Samples;
import dev.tributary.attribution.TestAttribution;
import dev.tributary.attribution.v1.Components;
import dev.tributary.attribution.v1.Conversion;
import dev.tributary.attribution.v1.ConversionNoteKind;
import dev.tributary.attribution.v1.ConversionRecord;
import dev.tributary.attribution.v1.ConversionType;
import dev.tributary.attribution.v1.ExplainAttributionRequest;
import dev.tributary.attribution.v1.GetConversionRequest;
import dev.tributary.attribution.v1.ListConversionsRequest;
import dev.tributary.attribution.v1.ListConversionsResponse;
import dev.tributary.attribution.v1.UnattributedReason;
import dev.tributary.runtime.testing.TestDatabases;
import dev.tributary.type.v1.ErrorReason;
import dev.tributary.type.v1.TimeRange;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Reading single conversions and lists of them. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class ReadConversionsTest {
  private final TestAttribution service;

  ReadConversionsTest(TestDatabases kind) {
    service = TestAttribution.start(kind);
  }

  @AfterAll
  void close() {
    service.close();
  }

  @Test
  @Names("ErrorReason.NOT_FOUND")
  void what_was_not_recorded_is_not_found_even_if_something_waits_for_it() {
    Shop shop = shop();
    shop.refund(refund("o-1", "r1", 1));

    assertThat(reasonOf(failureOf(() -> shop.read("o-1"))))
        .isEqualTo(ErrorReason.ERROR_REASON_NOT_FOUND);
    assertThat(reasonOf(failureOf(() -> shop.explain("o-1"))))
        .isEqualTo(ErrorReason.ERROR_REASON_NOT_FOUND);
  }

  @Test
  void a_conversion_is_addressed_by_shop_type_and_order() {
    Shop shop = shop();
    shop.record(order("x"), signUp("x"), order("x", 1).setStorefrontId("uk"));

    GetConversionRequest purchase = GetConversionRequest.newBuilder().setOrderId("x").build();
    assertThat(base(shop, purchase)).isEqualTo(10_000);
    assertThat(base(shop, purchase.toBuilder().setStorefrontId("uk").build())).isEqualTo(1);
    assertThat(
            base(
                shop, purchase.toBuilder().setType(ConversionType.CONVERSION_TYPE_SIGN_UP).build()))
        .isZero();
    assertThat(
            fieldsOf(
                failureOf(
                    () ->
                        shop.conversions()
                            .explainAttribution(ExplainAttributionRequest.getDefaultInstance()))))
        .containsExactly("order_id");
  }

  @Test
  void pages_go_through_all_conversions_in_order() {
    Shop shop = shop();
    shop.record(
        order("b").setConversionTime(time(TIME.minusSeconds(1))),
        order("a"),
        signUp("a"),
        order("a").setStorefrontId("aa"),
        order("c"));

    List<String> ids = new ArrayList<>();
    String token = "";
    do {
      ListConversionsResponse page =
          list(shop, ListConversionsRequest.newBuilder().setPageSize(2).setPageToken(token));
      page.getConversionsList().forEach(record -> ids.add(name(record)));
      token = page.getNextPageToken();
    } while (!token.isEmpty());

    assertThat(ids)
        .containsExactly(
            "main PURCHASE b",
            "aa PURCHASE a",
            "main PURCHASE a",
            "main PURCHASE c",
            "main SIGN_UP a");
  }

  @Test
  void filters_show_what_they_name() {
    Shop shop = shop().has(Samples.code("ANNA10"));
    shop.record(
        order("touchless"),
        order("typo").addCodes(code("TYPO")),
        order("annas").addCodes(code("ANNA10")),
        order("early").setConversionTime(time(TIME.minusSeconds(60))),
        order("elsewhere").setStorefrontId("uk"),
        order("odd")
            .setComponents(Components.newBuilder().setItemsMinor(100).setDiscountMinor(10))
            .addCodes(code("ANNA10", 20)),
        order("excess"));
    shop.refund(refund("excess", "r1", 10_001));

    assertThat(ids(shop, ListConversionsRequest.newBuilder().setStorefrontId("uk")))
        .containsExactly("elsewhere");
    assertThat(
            ids(
                shop,
                ListConversionsRequest.newBuilder()
                    .setUnattributedReason(UnattributedReason.UNATTRIBUTED_REASON_CODE_UNKNOWN)))
        .containsExactly("typo");
    assertThat(
            ids(
                shop,
                ListConversionsRequest.newBuilder()
                    .setNote(ConversionNoteKind.CONVERSION_NOTE_KIND_CODE_AMOUNTS_DIFFER)))
        .containsExactly("odd");
    assertThat(ids(shop, ListConversionsRequest.newBuilder().setWithExcessRefund(true)))
        .containsExactly("excess");
    assertThat(
            ids(
                shop,
                ListConversionsRequest.newBuilder()
                    .setTimeRange(
                        TimeRange.newBuilder()
                            .setStartTime(time(TIME.minusSeconds(60)))
                            .setEndTime(time(TIME)))))
        .containsExactly("early");
    assertThat(
            ids(
                shop,
                ListConversionsRequest.newBuilder()
                    .setStorefrontId("main")
                    .setUnattributedReason(UnattributedReason.UNATTRIBUTED_REASON_NO_TOUCH)))
        .containsExactly("early", "excess", "touchless");
  }

  @Test
  void lists_leave_out_postings_amendments_and_refunds() {
    Shop shop = shop();
    shop.record(order("o-1"));
    shop.refund(refund("o-1", "r1", 1_000));

    ConversionRecord inList = list(shop, ListConversionsRequest.newBuilder()).getConversions(0);

    assertThat(inList)
        .isEqualTo(shop.read("o-1").toBuilder().clearPostings().clearRefunds().build());
    assertThat(inList.getAttribution().getCredits(0).getRefundedMinor()).isEqualTo(1_000);
  }

  @Test
  @Names("ErrorReason.FIELD_INVALID")
  void bad_requests_name_their_field() {
    Shop shop = shop();
    shop.record(
        IntStream.range(0, 3).mapToObj(i -> order("o-" + i)).toArray(Conversion.Builder[]::new));
    String token =
        list(shop, ListConversionsRequest.newBuilder().setPageSize(1)).getNextPageToken();
    var backwards = TimeRange.newBuilder().setStartTime(time(TIME)).setEndTime(time(TIME)).build();

    assertThat(reason(shop, ListConversionsRequest.newBuilder().setPageSize(-1)))
        .isEqualTo(ErrorReason.ERROR_REASON_FIELD_INVALID);
    assertThat(
            reason(
                shop, ListConversionsRequest.newBuilder().setStorefrontId("x").setPageToken(token)))
        .isEqualTo(ErrorReason.ERROR_REASON_PAGE_TOKEN_MISMATCH);
    assertThat(fields(shop, ListConversionsRequest.newBuilder().setTimeRange(backwards)))
        .containsExactly("time_range.end_time");
    assertThat(fields(shop, ListConversionsRequest.newBuilder().setNoteValue(99)))
        .containsExactly("note");
    assertThat(fields(shop, ListConversionsRequest.newBuilder().setUnattributedReasonValue(99)))
        .containsExactly("unattributed_reason");
    assertThat(fields(shop, ListConversionsRequest.newBuilder().setStorefrontId("no shop")))
        .containsExactly("storefront_id");
  }

  private Shop shop() {
    return new Shop(service);
  }

  private static long base(Shop shop, GetConversionRequest request) {
    return shop.conversions().getConversion(request).getConversion().getBaseMinor();
  }

  private static ListConversionsResponse list(Shop shop, ListConversionsRequest.Builder request) {
    return shop.conversions().listConversions(request.build());
  }

  private static List<String> ids(Shop shop, ListConversionsRequest.Builder request) {
    return list(shop, request).getConversionsList().stream()
        .map(record -> record.getConversion().getOrderId())
        .toList();
  }

  private static String name(ConversionRecord record) {
    Conversion conversion = record.getConversion();
    return "%s %s %s"
        .formatted(
            conversion.getStorefrontId(),
            conversion.getType().name().substring("CONVERSION_TYPE_".length()),
            conversion.getOrderId());
  }

  private static ErrorReason reason(Shop shop, ListConversionsRequest.Builder request) {
    return reasonOf(failureOf(() -> list(shop, request)));
  }

  private static List<String> fields(Shop shop, ListConversionsRequest.Builder request) {
    return fieldsOf(failureOf(() -> list(shop, request)));
  }
}
