package dev.tributary.attribution.storefront;

import static dev.tributary.attribution.Samples.statuses;
import static dev.tributary.runtime.testing.Statuses.failureOf;
import static dev.tributary.runtime.testing.Statuses.reasonOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.attribution.Samples;
import dev.tributary.attribution.TestAttribution;
import dev.tributary.attribution.v1.ConversionServiceGrpc;
import dev.tributary.attribution.v1.ConversionServiceGrpc.ConversionServiceBlockingStub;
import dev.tributary.attribution.v1.ConversionType;
import dev.tributary.attribution.v1.ListStorefrontsRequest;
import dev.tributary.attribution.v1.ListStorefrontsResponse;
import dev.tributary.attribution.v1.LookbackWindow;
import dev.tributary.attribution.v1.PutStorefrontsRequest;
import dev.tributary.attribution.v1.RenewalCredit;
import dev.tributary.attribution.v1.Storefront;
import dev.tributary.attribution.v1.TaxMode;
import dev.tributary.attribution.v1.TouchScope;
import dev.tributary.attribution.v1.TouchType;
import dev.tributary.runtime.testing.TestDatabases;
import dev.tributary.type.v1.ErrorReason;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Storefronts, through the whole service. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class StorefrontsTest {
  private final TestAttribution service;

  StorefrontsTest(TestDatabases kind) {
    service = TestAttribution.start(kind);
  }

  @AfterAll
  void close() {
    service.close();
  }

  @Test
  void the_main_shop_exists_without_being_put() {
    assertThat(first(stub()).getStorefrontsList())
        .containsExactly(
            Storefront.newBuilder()
                .setStorefrontId("main")
                .setTimeZone("UTC")
                .setTaxMode(TaxMode.TAX_MODE_EXCLUDED)
                .setTouchScope(TouchScope.TOUCH_SCOPE_CREATOR_TOUCHES)
                .setRenewalCredit(RenewalCredit.RENEWAL_CREDIT_FIRST_PAYMENT)
                .setStickyMonths(12)
                .setNewCustomerWindowDays(730)
                .build());
  }

  @Test
  void a_shop_is_created_left_alone_or_changed() {
    var stub = stub();
    Storefront uk =
        Storefront.newBuilder()
            .setStorefrontId("uk")
            .setCurrencyCode("GBP")
            .setTimeZone("Europe/London")
            .setTaxMode(TaxMode.TAX_MODE_INCLUDED)
            .setTouchScope(TouchScope.TOUCH_SCOPE_ALL_CHANNELS)
            .setRenewalCredit(RenewalCredit.RENEWAL_CREDIT_LAST_TOUCH)
            .setStickyMonths(0)
            .setHistoryCompleteSince(Samples.time(TestAttribution.NOW))
            .setNewCustomerWindowDays(365)
            .addWindows(
                LookbackWindow.newBuilder()
                    .setTouchType(TouchType.TOUCH_TYPE_VISIT)
                    .setConversionType(ConversionType.CONVERSION_TYPE_TRIAL)
                    .setSeconds(86_400))
            .build();

    assertThat(put(stub, uk)).containsExactly("RECORDED");
    assertThat(put(stub, uk.toBuilder().setVersion(9).build())).containsExactly("ALREADY_RECORDED");
    assertThat(put(stub, uk.toBuilder().clearTimeZone().build())).containsExactly("UPDATED");
    assertThat(put(stub, uk.toBuilder().setTimeZone("UTC").build()))
        .containsExactly("ALREADY_RECORDED");

    assertThat(first(stub).getStorefrontsList())
        .contains(uk.toBuilder().setTimeZone("UTC").setVersion(2).build());
  }

  @Test
  void bad_items_are_refused_with_their_reasons_and_the_rest_is_recorded() {
    assertThat(
            put(
                stub(),
                shop("ok").build(),
                shop("").build(),
                shop("no shop").build(),
                shop("a").setCurrencyCode("XYZ").build(),
                shop("b").setTimeZone("+02:00").build(),
                shop("c").setTaxModeValue(9).build(),
                shop("d").setTouchScopeValue(9).build(),
                shop("e").setRenewalCreditValue(9).build(),
                shop("f").setStickyMonths(121).build(),
                shop("g").setNewCustomerWindowDays(0).build(),
                shop("ok").build(),
                shop("ok").setCurrencyCode("EUR").build()))
        .containsExactly(
            "RECORDED",
            "FIELD_MISSING storefront_id",
            "FIELD_MALFORMED storefront_id",
            "CURRENCY_UNKNOWN currency_code",
            "FIELD_MALFORMED time_zone",
            "FIELD_MALFORMED tax_mode",
            "FIELD_MALFORMED touch_scope",
            "FIELD_MALFORMED renewal_credit",
            "OUT_OF_RANGE sticky_months",
            "OUT_OF_RANGE new_customer_window_days",
            "ALREADY_RECORDED",
            "DUPLICATE_IN_BATCH storefront_id");
  }

  @Test
  void pages_go_through_all_shops_with_the_main_one_in_its_place() {
    for (List<String> ids : List.of(List.of("a", "b", "x"), List.of("a", "main", "x"))) {
      var stub = stub();
      ids.forEach(id -> put(stub, shop(id).build()));
      for (int size = 1; size <= 5; size++) {
        assertThat(all(stub, size))
            .contains("main")
            .containsAll(ids)
            .isSorted()
            .doesNotHaveDuplicates();
      }
    }
  }

  @Test
  void an_empty_batch_is_refused() {
    var stub = stub();
    assertThat(
            reasonOf(
                failureOf(() -> stub.putStorefronts(PutStorefrontsRequest.getDefaultInstance()))))
        .isEqualTo(ErrorReason.ERROR_REASON_BATCH_SIZE);
  }

  private ConversionServiceBlockingStub stub() {
    return ConversionServiceGrpc.newBlockingStub(service.channel(TestAttribution.newWorkspace()));
  }

  private static Storefront.Builder shop(String storefrontId) {
    return Storefront.newBuilder().setStorefrontId(storefrontId);
  }

  private static List<String> put(ConversionServiceBlockingStub stub, Storefront... storefronts) {
    var request = PutStorefrontsRequest.newBuilder().addAllStorefronts(List.of(storefronts));
    return statuses(stub.putStorefronts(request.build()).getResultsList());
  }

  private static ListStorefrontsResponse first(ConversionServiceBlockingStub stub) {
    return stub.listStorefronts(ListStorefrontsRequest.getDefaultInstance());
  }

  private static List<String> all(ConversionServiceBlockingStub stub, int size) {
    List<String> ids = new ArrayList<>();
    String token = "";
    do {
      var request =
          ListStorefrontsRequest.newBuilder().setPageSize(size).setPageToken(token).build();
      ListStorefrontsResponse page = stub.listStorefronts(request);
      assertThat(page.getStorefrontsCount()).isBetween(1, size);
      page.getStorefrontsList().forEach(storefront -> ids.add(storefront.getStorefrontId()));
      token = page.getNextPageToken();
    } while (!token.isEmpty());
    return ids;
  }
}
