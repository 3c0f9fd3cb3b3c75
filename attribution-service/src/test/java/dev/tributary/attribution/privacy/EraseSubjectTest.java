package dev.tributary.attribution.privacy;

import static dev.tributary.attribution.Samples.BO;
import static dev.tributary.attribution.Samples.link;
import static dev.tributary.attribution.Samples.time;
import static dev.tributary.attribution.conversion.Orders.order;
import static dev.tributary.attribution.conversion.Orders.refund;
import static dev.tributary.attribution.identity.IdentityLinks.login;
import static dev.tributary.attribution.identity.IdentityLinks.logout;
import static dev.tributary.runtime.testing.Statuses.failureOf;
import static dev.tributary.runtime.testing.Statuses.fieldsOf;
import static dev.tributary.runtime.testing.Statuses.reasonOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tributary.attribution.Samples;
import dev.tributary.attribution.TestAttribution;
import dev.tributary.attribution.conversion.Orders;
import dev.tributary.attribution.conversion.Shop;
import dev.tributary.attribution.v1.CodeLimits;
import dev.tributary.attribution.v1.Conversion;
import dev.tributary.attribution.v1.ConversionRecord;
import dev.tributary.attribution.v1.ConversionResult;
import dev.tributary.attribution.v1.EraseSubjectRequest;
import dev.tributary.attribution.v1.EraseSubjectResponse;
import dev.tributary.attribution.v1.ErasedRows;
import dev.tributary.attribution.v1.ErasureReceipt;
import dev.tributary.attribution.v1.PostingProof;
import dev.tributary.attribution.v1.PrivacyServiceGrpc;
import dev.tributary.attribution.v1.PromoCodeReservationState;
import dev.tributary.attribution.v1.PromoCodeServiceGrpc;
import dev.tributary.attribution.v1.ReleasePromoCodeRequest;
import dev.tributary.attribution.v1.ReservePromoCodeRequest;
import dev.tributary.attribution.v1.ReservePromoCodeResponse;
import dev.tributary.attribution.v1.SelfReported;
import dev.tributary.attribution.v1.SubjectKind;
import dev.tributary.attribution.v1.Touch;
import dev.tributary.runtime.server.Scope;
import dev.tributary.runtime.testing.TestDatabases;
import dev.tributary.type.v1.ErrorReason;
import dev.tributary.type.v1.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Forgetting persons, whose orders stay what they were. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class EraseSubjectTest {
  private final TestAttribution service;

  EraseSubjectTest(TestDatabases kind) {
    service = TestAttribution.start(kind);
  }

  @AfterAll
  void stop() {
    service.close();
  }

  @Test
  void a_receipt_counts_what_was_overwritten_and_proves_that_no_amount_changed() {
    Shop shop = shop();
    shop.touched(click("t-1", "phone", 5), click("t-2", "phone", 4).setCustomerId("ann"));
    shop.linked(login("l-1", "phone", "ann", ago(1)));
    shop.record(
        by("o-1", "phone", "ann"),
        by("o-2", "phone", "ann")
            .setCurrencyCode("CHF")
            .setSelfReported(SelfReported.newBuilder().setRawText("Anna, I am Ann")),
        by("o-3", "laptop", "ben"));
    shop.refund(refund("o-1", "r-1", 2_500));

    ErasureReceipt receipt = erase(shop, customer("e-1", "ann")).getReceipt();

    assertThat(receipt.getSubjectKind()).isEqualTo(SubjectKind.SUBJECT_KIND_CUSTOMER);
    assertThat(receipt.getErasedList())
        .extracting(ErasedRows::getName, ErasedRows::getRows)
        .containsExactly(
            tuple("conversion.customer", 2L),
            tuple("conversion.self_reported", 1L),
            tuple("conversion.visitor", 2L),
            tuple("identity_link.customer", 1L),
            tuple("identity_link.visitor", 1L),
            tuple("touch.customer", 1L),
            tuple("touch.visitor", 2L));
    assertThat(receipt.getOrders()).isEqualTo(2);
    assertThat(receipt.getProofsList())
        .extracting(PostingProof::getSumBefore, PostingProof::getCreditedBefore)
        .containsExactly(
            tuple(money("CHF", 10_000), money("CHF", 10_000)),
            tuple(money("EUR", 7_500), money("EUR", 7_500)));
    assertThat(receipt.getProofsList())
        .allSatisfy(
            proof -> {
              assertThat(proof.getSumAfter()).isEqualTo(proof.getSumBefore());
              assertThat(proof.getCreditedAfter()).isEqualTo(proof.getCreditedBefore());
              assertThat(proof.getPostingsAfter()).isEqualTo(proof.getPostingsBefore());
            });
    assertThat(receipt.getVisitorsErased()).isEqualTo(1);
    assertThat(receipt.getKeptList()).isNotEmpty().allMatch(kept -> !kept.getWhy().isEmpty());
    assertThat(shop.explain("o-2").getSelfReported().getRawText()).isEmpty();
  }

  @Test
  void a_known_erasure_is_answered_with_its_receipt_and_changes_nothing() {
    Shop shop = shop();
    shop.touched(click("t-1", "phone", 5));
    EraseSubjectResponse first = erase(shop, visitor("e-1", "phone"));
    shop.touched(click("t-2", "phone", 4));

    assertThat(erase(shop, visitor("e-1", "phone"))).isEqualTo(first);
    assertThat(erase(shop, visitor("e-2", "phone")).getReceipt().getErased(0).getRows())
        .isEqualTo(1);
  }

  @Test
  void somebody_unknown_is_forgotten_with_a_receipt_of_nothing() {
    Shop shop = shop();

    assertThat(erase(shop, visitor("e-1", "nobody")).getReceipt().getErasedList()).isEmpty();
    assertThat(
            erase(
                    shop,
                    EraseSubjectRequest.newBuilder().setErasureId("e-2").setEmail("a@b.example"))
                .getReceipt())
        .returns(SubjectKind.SUBJECT_KIND_EMAIL, ErasureReceipt::getSubjectKind)
        .returns(0L, ErasureReceipt::getOrders);
  }

  @Test
  void visitors_that_were_other_customers_too_are_left() {
    Shop shop = shop();
    shop.linked(
        login("l-1", "tablet", "ann", ago(10)),
        logout("l-2", "tablet", ago(9)),
        login("l-3", "tablet", "ben", ago(8)),
        login("l-4", "phone", "ann", ago(7)));
    shop.touched(click("t-1", "tablet", 6));

    ErasureReceipt receipt = erase(shop, customer("e-1", "ann")).getReceipt();

    assertThat(receipt.getVisitorsErased()).isEqualTo(1);
    assertThat(receipt.getVisitorsKept()).isEqualTo(1);
    shop.record(by("o-1", "laptop", "ben"));
    assertThat(creditedFor(shop.settled("o-1"))).isEqualTo("anna");
  }

  @Test
  void a_resend_of_what_an_erased_person_did_is_known() {
    Shop shop = shop();
    Touch.Builder touch = click("t-1", "phone", 5).setCustomerId("ann");
    Conversion.Builder order = by("o-1", "laptop", "ann");
    var link = login("l-1", "tablet", "ann", ago(3));
    shop.touched(touch).linked(link, login("l-2", "tablet", "ben", ago(2)));
    shop.record(order);
    erase(shop, customer("e-1", "ann"));

    shop.touched(touch).linked(link);
    assertThat(statusOf(shop.record(order).get(0))).isEqualTo("ALREADY_RECORDED");
    assertThat(statusOf(shop.record(by("o-1", "laptop", "somebody")).get(0)))
        .isEqualTo("ALREADY_RECORDED");
    assertThat(statusOf(shop.record(by("o-1", "laptop", "ann").setCurrencyCode("CHF")).get(0)))
        .isEqualTo("ID_REUSED currency_code");
  }

  @Test
  void an_order_of_somebody_erased_keeps_its_credit_for_good() {
    Shop shop = shop();
    shop.touched(click("t-1", "phone", 5));
    shop.record(by("o-1", "phone", "ann"), by("o-2", "phone", "ann").setClickId("late"));
    erase(shop, visitor("e-1", "phone"));
    shop.touched(
        click("t-2", "phone", 3).setLinkId("bo-bio").setCustomerId("ann"),
        click("late", "elsewhere", 2).setLinkId("bo-bio"));
    shop.refund(refund("o-1", "r-1", 1_000), refund("o-2", "r-1", 1_000));

    for (String orderId : new String[] {"o-1", "o-2"}) {
      ConversionRecord record = shop.settled(orderId);
      assertThat(creditedFor(record)).isEqualTo("anna");
      assertThat(record.getAttribution().getRevision()).isEqualTo(2);
      assertThat(record.getAttribution().getCredits(0).getNetMinor()).isEqualTo(9_000);
    }
  }

  @Test
  void an_erased_visitor_takes_no_touch_from_somebody_elses_order() {
    Shop shop = shop();
    shop.touched(click("t-1", "phone", 5));
    shop.linked(login("l-1", "phone", "ann", ago(4)));
    shop.record(by("o-1", "laptop", "ann"));
    erase(shop, visitor("e-1", "phone"));
    shop.touched(click("t-older", "laptop", 9).setLinkId("bo-bio"));

    assertThat(creditedFor(shop.settled("o-1"))).isEqualTo("anna");
  }

  @Test
  void what_was_recorded_before_is_decided_before_it_is_forgotten() {
    Shop shop = shop();
    for (int i = 0; i < 20; i++) {
      shop.record(by("o-" + i, "phone-" + i, "ann-" + i));
      shop.touched(click("t-" + i, "phone-" + i, 5));
      erase(shop, customer("e-" + i, "ann-" + i));
    }

    for (int i = 0; i < 20; i++) {
      ConversionRecord record = shop.settled("o-" + i);
      assertThat(creditedFor(record)).isEqualTo("anna");
      assertThat(record.getAttribution().getRevision()).isEqualTo(2);
    }
  }

  @Test
  void limits_go_on_counting_what_an_erased_customer_has_and_has_given_back() {
    Shop shop = shop();
    shop.has(
        Samples.code("ANNA10")
            .setLimits(CodeLimits.newBuilder().setMaxUses(3).setMaxUsesPerCustomer(1)));
    assertThat(reserve(shop, "o-1", "ann").getReserved()).isTrue();
    assertThat(reserve(shop, "o-2", "ben").getReserved()).isTrue();
    erase(shop, customer("e-1", "ann"));

    assertThat(reserve(shop, "o-1", "ann").getReserved()).as("a resend").isTrue();
    assertThat(reserve(shop, "o-3", "ben").getReason())
        .isEqualTo(ErrorReason.ERROR_REASON_LIMIT_CUSTOMER);
    assertThat(reserve(shop, "o-4", "ann").getReserved()).as("somebody new").isTrue();
    assertThat(reserve(shop, "o-5", "cem").getReason())
        .isEqualTo(ErrorReason.ERROR_REASON_LIMIT_TOTAL);
    release(shop, "o-1");
    assertThat(reserve(shop, "o-5", "cem").getReserved()).isTrue();
  }

  @Test
  void nothing_of_a_person_is_lost_or_left_by_an_erasure_in_the_middle_of_a_rush()
      throws InterruptedException, ExecutionException {
    Shop furnished = shop();
    ExecutorService senders = Executors.newFixedThreadPool(4);
    try {
      List<Future<?>> sent = new ArrayList<>();
      for (int sender = 0; sender < 4; sender++) {
        Shop shop = new Shop(service, furnished.workspace());
        String name = "-" + sender + "-";
        sent.add(
            senders.submit(
                () -> {
                  for (int i = 0; i < 30; i++) {
                    shop.touched(click("t" + name + i, "phone", 5));
                    // Without the visitor, whom a later erasure would count again.
                    shop.record(order("o" + name + i).clearVisitorId().setCustomerId("ann"));
                    shop.linked(login("l" + name + i, "phone", "ann", ago(1)));
                  }
                }));
      }
      long erased = 0;
      for (int i = 0; i < 5; i++) {
        erased += erase(furnished, customer("e-" + i, "ann")).getReceipt().getOrders();
      }
      for (Future<?> each : sent) {
        each.get();
      }
      erased += erase(furnished, customer("e-last", "ann")).getReceipt().getOrders();
      assertThat(erased).isEqualTo(120);
      assertThat(erase(furnished, customer("e-none", "ann")).getReceipt().getErasedList())
          .isEmpty();
    } finally {
      senders.shutdown();
    }
  }

  @Test
  void another_workspaces_person_of_the_same_name_is_left() {
    Shop shop = shop();
    Shop other = shop();
    shop.touched(click("t-1", "phone", 5));
    other.touched(click("t-1", "phone", 5));
    erase(shop, visitor("e-1", "phone"));
    other.record(by("o-1", "phone", "ann"));

    assertThat(creditedFor(other.settled("o-1"))).isEqualTo("anna");
    assertThat(erase(other, visitor("e-1", "phone")).getReceipt().getErasedCount()).isEqualTo(2);
  }

  @Test
  void what_is_missing_or_malformed_fails_the_call_without_naming_anybody() {
    Shop shop = shop();

    assertThat(refusedField(shop, visitor("", "phone"))).isEqualTo("erasure_id");
    assertThat(refusedField(shop, EraseSubjectRequest.newBuilder().setErasureId("e-1")))
        .isEqualTo("subject");
    assertThat(refusedField(shop, visitor("e-1", "phone "))).isEqualTo("visitor_id");
    assertThat(refusedField(shop, customer("e-1", ""))).isEqualTo("customer_id");
    assertThat(refusedField(shop, visitor("e-1", "phone").setReason("two\nlines")))
        .isEqualTo("reason");
  }

  @Test
  void a_credential_that_may_not_write_is_refused() {
    var reader =
        PrivacyServiceGrpc.newBlockingStub(
            service.channel(TestAttribution.newWorkspace(), Scope.READ));

    assertThat(reasonOf(failureOf(() -> reader.eraseSubject(visitor("e-1", "phone").build()))))
        .isEqualTo(ErrorReason.ERROR_REASON_SCOPE_MISSING);
  }

  private Shop shop() {
    return new Shop(service)
        .has(link("anna-bio"), link("bo-bio").setOwner(BO).setUtm(Samples.utm("bo")));
  }

  private EraseSubjectResponse erase(Shop shop, EraseSubjectRequest.Builder request) {
    return PrivacyServiceGrpc.newBlockingStub(service.channel(shop.workspace()))
        .eraseSubject(request.build());
  }

  private ReservePromoCodeResponse reserve(Shop shop, String orderKey, String customer) {
    return PromoCodeServiceGrpc.newBlockingStub(service.channel(shop.workspace()))
        .reservePromoCode(
            ReservePromoCodeRequest.newBuilder()
                .setCode("ANNA10")
                .setOrderKey(orderKey)
                .setCustomerId(customer)
                .setAmount(money("EUR", 10_000))
                .setDiscount(money("EUR", 1_000))
                .build());
  }

  private void release(Shop shop, String orderKey) {
    assertThat(
            PromoCodeServiceGrpc.newBlockingStub(service.channel(shop.workspace()))
                .releasePromoCode(
                    ReleasePromoCodeRequest.newBuilder()
                        .setCode("ANNA10")
                        .setOrderKey(orderKey)
                        .build())
                .getReservation()
                .getState())
        .isEqualTo(PromoCodeReservationState.PROMO_CODE_RESERVATION_STATE_RELEASED);
  }

  private String refusedField(Shop shop, EraseSubjectRequest.Builder request) {
    var failure = failureOf(() -> erase(shop, request));
    assertThat(reasonOf(failure)).isEqualTo(ErrorReason.ERROR_REASON_FIELD_INVALID);
    assertThat(failure).hasMessageNotContaining("phone");
    return fieldsOf(failure).get(0);
  }

  private static EraseSubjectRequest.Builder visitor(String erasureId, String visitor) {
    return EraseSubjectRequest.newBuilder()
        .setErasureId(erasureId)
        .setVisitorId(visitor)
        .setReason("asked for it");
  }

  private static EraseSubjectRequest.Builder customer(String erasureId, String customer) {
    return EraseSubjectRequest.newBuilder().setErasureId(erasureId).setCustomerId(customer);
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

  private static String statusOf(ConversionResult result) {
    return Samples.status(result.getVerdict());
  }

  private static Money money(String currency, long minor) {
    return Money.newBuilder().setCurrencyCode(currency).setMinorUnits(minor).build();
  }
}
