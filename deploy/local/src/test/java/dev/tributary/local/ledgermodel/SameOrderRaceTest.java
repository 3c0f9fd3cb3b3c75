package dev.tributary.local.ledgermodel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.attribution.v1.Attribution;
import dev.tributary.attribution.v1.CodeCreditPolicy;
import dev.tributary.attribution.v1.CodeUse;
import dev.tributary.attribution.v1.Components;
import dev.tributary.attribution.v1.Conversion;
import dev.tributary.attribution.v1.ConversionRecord;
import dev.tributary.attribution.v1.ConversionResult;
import dev.tributary.attribution.v1.ConversionServiceGrpc;
import dev.tributary.attribution.v1.ConversionType;
import dev.tributary.attribution.v1.CreatePromoCodesRequest;
import dev.tributary.attribution.v1.FeedEntry;
import dev.tributary.attribution.v1.GetConversionRequest;
import dev.tributary.attribution.v1.Posting;
import dev.tributary.attribution.v1.PromoCodeServiceGrpc;
import dev.tributary.attribution.v1.RecordConversionsRequest;
import dev.tributary.runtime.testing.TestDatabases;
import dev.tributary.type.v1.ErrorReason;
import dev.tributary.type.v1.Verdict;
import dev.tributary.type.v1.VerdictStatus;
import io.grpc.Channel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** The same order from many checkouts at once, some of which tell it otherwise. */
class SameOrderRaceTest {
  private static final int THREADS = 50;
  private static final int ROUNDS = 6;

  @Test
  void fifty_senders_of_one_order_to_two_services_on_one_database_record_it_once()
      throws Exception {
    try (Services services = new Services(TestDatabases.POSTGRES.fresh(), 2)) {
      race(services);
    }
  }

  @Test
  void fifty_senders_of_one_order_to_one_service_record_it_once() throws Exception {
    try (Services services = new Services(TestDatabases.H2.fresh(), 1)) {
      race(services);
    }
  }

  private static void race(Services services) throws Exception {
    for (String code : List.of("ANNA10", "BO10")) {
      assertThat(
              PromoCodeServiceGrpc.newBlockingStub(services.channel())
                  .createPromoCodes(
                      CreatePromoCodesRequest.newBuilder()
                          .addPromoCodes(
                              RandomShop.code(
                                  RandomShop.MAIN,
                                  code,
                                  code,
                                  CodeCreditPolicy.CODE_CREDIT_POLICY_CODE_WINS))
                          .build())
                  .getResults(0)
                  .getStatus())
          .isEqualTo(VerdictStatus.VERDICT_STATUS_RECORDED);
    }
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      for (int round = 0; round < ROUNDS; round++) {
        // At first all tell the same, then more and more of them something else.
        List<Conversion> orders = orders("o-" + round, round);
        requireRecordedOnce(services, orders, sendAtOnce(services, threads, orders));
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static List<Conversion> orders(String orderId, int variants) {
    Conversion order =
        Conversion.newBuilder()
            .setStorefrontId(RandomShop.MAIN)
            .setType(ConversionType.CONVERSION_TYPE_PURCHASE)
            .setOrderId(orderId)
            .setConversionTime(Moments.of(Services.START))
            .setCurrencyCode("EUR")
            .setComponents(Components.newBuilder().setItemsMinor(10_000))
            .addCodes(CodeUse.newBuilder().setCode("ANNA10"))
            .setVisitorId("visitor-1")
            .setCustomerId("customer-1")
            .build();
    List<Conversion> all =
        List.of(
            order,
            order.toBuilder().setVisitorId("visitor-2").build(),
            order.toBuilder().setCustomerId("customer-2").build(),
            order.toBuilder().clearCodes().addCodes(CodeUse.newBuilder().setCode("BO10")).build(),
            order.toBuilder().setClickId("click-1").build(),
            order.toBuilder().setCustomerId("customer-2").setVisitorId("visitor-2").build());
    List<Conversion> orders = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      orders.add(all.get(i % (variants + 1)));
    }
    return orders;
  }

  private static List<ConversionResult> sendAtOnce(
      Services services, ExecutorService threads, List<Conversion> orders) throws Exception {
    CountDownLatch start = new CountDownLatch(1);
    List<Future<ConversionResult>> sent = new ArrayList<>();
    for (Conversion order : orders) {
      Channel channel = services.channel();
      sent.add(
          threads.submit(
              () -> {
                start.await();
                return ConversionServiceGrpc.newBlockingStub(channel)
                    .recordConversions(
                        RecordConversionsRequest.newBuilder().addConversions(order).build())
                    .getResults(0);
              }));
    }
    start.countDown();
    List<ConversionResult> results = new ArrayList<>();
    for (Future<ConversionResult> each : sent) {
      results.add(each.get());
    }
    return results;
  }

  private static void requireRecordedOnce(
      Services services, List<Conversion> orders, List<ConversionResult> results) {
    assertThat(results)
        .filteredOn(SameOrderRaceTest::isRecorded)
        .as("recorded of %s", orders.get(0).getOrderId())
        .hasSize(1);
    int winner = 0;
    while (!isRecorded(results.get(winner))) {
      winner++;
    }
    Conversion recorded = orders.get(winner);
    Attribution attribution = results.get(winner).getAttribution();
    for (int i = 0; i < results.size(); i++) {
      Set<String> differing = differing(recorded, orders.get(i));
      Verdict verdict = results.get(i).getVerdict();
      if (i != winner && differing.isEmpty()) {
        assertThat(verdict.getStatus()).isEqualTo(VerdictStatus.VERDICT_STATUS_ALREADY_RECORDED);
        assertThat(results.get(i).getAttribution()).isEqualTo(attribution);
      } else if (i != winner) {
        assertThat(verdict.getRejection().getReason())
            .isEqualTo(ErrorReason.ERROR_REASON_ID_REUSED);
        assertThat(verdict.getRejection().getField()).isIn(differing);
      }
    }
    requireOneInTheBooks(services, recorded, attribution);
  }

  private static void requireOneInTheBooks(
      Services services, Conversion recorded, Attribution attribution) {
    Feed feed = services.atRest();
    assertThat(feed.entries().stream().filter(FeedEntry::hasConversion))
        .filteredOn(entry -> entry.getConversion().getOrderId().equals(recorded.getOrderId()))
        .extracting(entry -> entry.getConversion().getAttribution())
        .containsExactly(attribution);
    ConversionRecord record =
        ConversionServiceGrpc.newBlockingStub(services.channel())
            .getConversion(
                GetConversionRequest.newBuilder()
                    .setStorefrontId(recorded.getStorefrontId())
                    .setOrderId(recorded.getOrderId())
                    .build())
            .getConversion();
    assertThat(record.getAttribution()).isEqualTo(attribution);
    assertThat(record.getConversion().getCodesList()).isEqualTo(recorded.getCodesList());
    assertThat(record.getPostingsList())
        .extracting(Posting::getAmountMinor)
        .containsExactly(10_000L);
  }

  private static boolean isRecorded(ConversionResult result) {
    return result.getVerdict().getStatus() == VerdictStatus.VERDICT_STATUS_RECORDED;
  }

  /** The fields that contradict; another visitor or click is none. */
  private static Set<String> differing(Conversion one, Conversion other) {
    Set<String> fields = new HashSet<>();
    if (!one.getCustomerId().equals(other.getCustomerId())) {
      fields.add("customer_id");
    }
    if (!one.getCodesList().equals(other.getCodesList())) {
      fields.add("codes[0].code");
    }
    return fields;
  }
}
