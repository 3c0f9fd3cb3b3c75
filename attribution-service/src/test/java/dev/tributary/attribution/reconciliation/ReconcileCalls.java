package dev.tributary.attribution.reconciliation;

import static dev.tributary.attribution.Samples.time;
import static dev.tributary.attribution.conversion.Orders.TIME;

import dev.tributary.attribution.TestAttribution;
import dev.tributary.attribution.conversion.Shop;
import dev.tributary.attribution.v1.AnalysisServiceGrpc;
import dev.tributary.attribution.v1.CodeUse;
import dev.tributary.attribution.v1.ReconcileHeader;
import dev.tributary.attribution.v1.ReconcileRequest;
import dev.tributary.attribution.v1.ReconcileResponse;
import dev.tributary.attribution.v1.ShopOrder;
import dev.tributary.runtime.testing.TestDatabases;
import dev.tributary.type.v1.TimeRange;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Calls of Reconcile through the whole service. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class ReconcileCalls {
  final TestAttribution service;

  ReconcileCalls(TestDatabases kind) {
    service = TestAttribution.start(kind);
  }

  @AfterAll
  void close() {
    service.close();
  }

  static ReconcileHeader.Builder header() {
    return ReconcileHeader.newBuilder()
        .setTimeRange(
            TimeRange.newBuilder()
                .setStartTime(time(TIME.minus(Duration.ofDays(30))))
                .setEndTime(time(TIME.plus(Duration.ofDays(1)))))
        .setTimeZone("UTC");
  }

  static ShopOrder.Builder listed(String orderId) {
    return ShopOrder.newBuilder()
        .setOrderId(orderId)
        .setConversionTime(time(TIME))
        .setCurrencyCode("EUR")
        .setSubtotalMinor(10_000);
  }

  static CodeUse.Builder use(String code) {
    return CodeUse.newBuilder().setCode(code);
  }

  static ReconcileResponse reconcile(
      Shop shop, ReconcileHeader.Builder header, ShopOrder.Builder... orders) {
    return send(shop, requests(header, orders));
  }

  static StatusRuntimeException failure(
      Shop shop, ReconcileHeader.Builder header, ShopOrder.Builder... orders) {
    return failure(shop, requests(header, orders));
  }

  static StatusRuntimeException failure(Shop shop, ShopOrder order) {
    return failure(shop, List.of(ReconcileRequest.newBuilder().addOrders(order).build()));
  }

  static StatusRuntimeException failure(Shop shop, List<ReconcileRequest> requests) {
    try {
      throw new AssertionError("answered: " + send(shop, requests));
    } catch (StatusRuntimeException refused) {
      return refused;
    }
  }

  static List<ReconcileRequest> requests(
      ReconcileHeader.Builder header, ShopOrder.Builder... orders) {
    var request = ReconcileRequest.newBuilder().setHeader(header);
    List.of(orders).forEach(request::addOrders);
    return List.of(request.build());
  }

  static ReconcileResponse send(Shop shop, List<ReconcileRequest> requests) {
    Answer answer = new Answer();
    StreamObserver<ReconcileRequest> call =
        AnalysisServiceGrpc.newStub(shop.analysis().getChannel())
            .withDeadlineAfter(60, TimeUnit.SECONDS)
            .reconcile(answer);
    requests.forEach(call::onNext);
    call.onCompleted();
    try {
      return answer.message.join();
    } catch (CompletionException failed) {
      throw (StatusRuntimeException) failed.getCause();
    }
  }

  private static final class Answer implements StreamObserver<ReconcileResponse> {
    private final CompletableFuture<ReconcileResponse> message = new CompletableFuture<>();

    @Override
    public void onNext(ReconcileResponse response) {
      message.complete(response);
    }

    @Override
    public void onError(Throwable fault) {
      message.completeExceptionally(fault);
    }

    @Override
    public void onCompleted() {
      message.completeExceptionally(new IllegalStateException("no answer"));
    }
  }
}
