package dev.tributary.local.durability;

import com.google.protobuf.Duration;
import dev.tributary.attribution.v1.CodeUse;
import dev.tributary.attribution.v1.Components;
import dev.tributary.attribution.v1.Conversion;
import dev.tributary.attribution.v1.ConversionServiceGrpc;
import dev.tributary.attribution.v1.ConversionType;
import dev.tributary.attribution.v1.PromoCodeServiceGrpc;
import dev.tributary.attribution.v1.RecordConversionsRequest;
import dev.tributary.attribution.v1.ReservePromoCodeRequest;
import dev.tributary.runtime.api.ProtoTimes;
import dev.tributary.type.v1.Money;
import io.grpc.Channel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Many checkouts at once with one code: each order is reserved, and some time later recorded,
 * whether it got the use or not. Half of the holds end after a second, mostly before their order
 * comes; one order of ten is never recorded. A call that fails is sent again to the other process.
 */
final class Checkouts {
  /** Customers who share the orders evenly. */
  static final int CUSTOMERS = 60;

  private static final int CLIENTS = 64;

  /** Between the two calls of an order: many orders, which take longer than a short hold. */
  private static final int CALLS_BETWEEN = 500;

  private final int orders;
  private final Instant time = Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS);
  private final Queue<Consumer<Channel>> open = new ConcurrentLinkedQueue<>();
  private final Set<Integer> reserved = ConcurrentHashMap.newKeySet();
  private final AtomicInteger faults = new AtomicInteger();
  private final AtomicInteger answered = new AtomicInteger();
  private final CompletableFuture<Void> halfway = new CompletableFuture<>();

  Checkouts(int orders) {
    this.orders = orders;
    for (int i = 0; i < orders + CALLS_BETWEEN; i++) {
      int reserving = i;
      int recording = i - CALLS_BETWEEN;
      if (reserving < orders) {
        open.add(channel -> reserve(channel, reserving));
      }
      if (recording >= 0 && !isLeft(recording)) {
        open.add(channel -> record(channel, recording));
      }
    }
  }

  /** Sends everything through both processes in turns; returns when all is acknowledged. */
  void send(List<Client> processes) throws InterruptedException, ExecutionException {
    int half = open.size() / 2;
    ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    try {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        int first = i;
        running.add(clients.submit(() -> send(processes, first, half)));
      }
      for (Future<?> each : running) {
        each.get();
      }
    } finally {
      clients.shutdownNow();
    }
  }

  /** Completes when half of the calls are answered. */
  CompletableFuture<Void> halfway() {
    return halfway;
  }

  /** Calls that failed with UNAVAILABLE. */
  int faults() {
    return faults.get();
  }

  /** The orders that were recorded. */
  Set<String> recorded() {
    return IntStream.range(0, orders)
        .filter(i -> !isLeft(i))
        .mapToObj(Checkouts::orderId)
        .collect(Collectors.toSet());
  }

  /** Recorded orders that were promised a use for longer than all of this takes. */
  Set<String> promised() {
    Set<String> promised = new HashSet<>();
    reserved.stream().filter(i -> isLong(i) && !isLeft(i)).forEach(i -> promised.add(orderId(i)));
    return promised;
  }

  /** Whether a new order of a new customer gets a use. */
  boolean reserve(Channel channel, int i) {
    boolean granted =
        PromoCodeServiceGrpc.newBlockingStub(channel)
            .withDeadlineAfter(30, TimeUnit.SECONDS)
            .reservePromoCode(
                ReservePromoCodeRequest.newBuilder()
                    .setCode("hot")
                    .setOrderKey(orderId(i))
                    .setCustomerId(customerId(i))
                    .setAmount(eur(10_000))
                    .setDiscount(eur(1_000))
                    .setTtl(Duration.newBuilder().setSeconds(isLong(i) ? 600 : 1))
                    .build())
            .getReserved();
    if (granted) {
      reserved.add(i);
    }
    return granted;
  }

  private void send(List<Client> processes, int first, int half) {
    int turn = first;
    Consumer<Channel> call = open.poll();
    while (call != null) {
      try {
        call.accept(processes.get(turn % processes.size()).channel());
        if (answered.incrementAndGet() == half) {
          halfway.complete(null);
        }
        call = open.poll();
        turn++;
      } catch (StatusRuntimeException fault) {
        if (fault.getStatus().getCode() != Status.Code.UNAVAILABLE) {
          throw fault;
        }
        faults.incrementAndGet();
        turn++;
      }
    }
  }

  private void record(Channel channel, int i) {
    var result =
        ConversionServiceGrpc.newBlockingStub(channel)
            .withDeadlineAfter(30, TimeUnit.SECONDS)
            .recordConversions(
                RecordConversionsRequest.newBuilder().addConversions(order(i)).build())
            .getResults(0);
    if (result.getVerdict().hasRejection()) {
      throw new AssertionError("refused: " + result);
    }
  }

  private Conversion order(int i) {
    return Conversion.newBuilder()
        .setType(ConversionType.CONVERSION_TYPE_PURCHASE)
        .setOrderId(orderId(i))
        .setConversionTime(ProtoTimes.toProto(time))
        .setCurrencyCode("EUR")
        .setComponents(Components.newBuilder().setItemsMinor(10_000).setDiscountMinor(1_000))
        .setCustomerId(customerId(i))
        .addCodes(CodeUse.newBuilder().setCode("HOT").setDiscountMinor(1_000))
        .build();
  }

  private String customerId(int i) {
    return "customer-" + (i < orders ? i % CUSTOMERS : i);
  }

  private boolean isLong(int i) {
    return i >= orders || (i % 2 == 1 && !isLeft(i));
  }

  private static boolean isLeft(int i) {
    return i % 10 == 0;
  }

  private static String orderId(int i) {
    return "order-" + i;
  }

  private static Money eur(long minor) {
    return Money.newBuilder().setCurrencyCode("EUR").setMinorUnits(minor).build();
  }
}
