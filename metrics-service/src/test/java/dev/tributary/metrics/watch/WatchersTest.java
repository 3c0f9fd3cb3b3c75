package dev.tributary.metrics.watch;

import static dev.tributary.runtime.testing.Statuses.failureOf;
import static dev.tributary.runtime.testing.Statuses.reasonOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.metrics.v1.CampaignProgress;
import dev.tributary.metrics.v1.KpiServiceGrpc;
import dev.tributary.metrics.v1.KpiServiceGrpc.KpiServiceImplBase;
import dev.tributary.metrics.v1.WatchCampaignRequest;
import dev.tributary.metrics.v1.WatchCampaignResponse;
import dev.tributary.runtime.api.ApiException;
import dev.tributary.runtime.testing.TestServer;
import dev.tributary.type.v1.ErrorReason;
import io.grpc.Context;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Streams over a real port that tell of a number. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class WatchersTest {
  private static final int WATCHERS_MAX = 2;
  private static final Duration HEARTBEAT = Duration.ofMillis(40);
  private static final Duration INTERVAL = Duration.ofMillis(10);

  private final AtomicInteger day = new AtomicInteger(1);
  private final AtomicInteger made = new AtomicInteger();
  private final ExecutorService work = Executors.newFixedThreadPool(2);
  private final Watchers watchers = new Watchers(WATCHERS_MAX, HEARTBEAT, work);
  private final CompletableFuture<Void> begin = new CompletableFuture<>();
  private final TestServer server = TestServer.start(service());
  private final List<Context.CancellableContext> streams = new ArrayList<>();

  @AfterEach
  void close() {
    streams.forEach(stream -> stream.cancel(null));
    server.close();
    watchers.close();
    work.shutdown();
  }

  @Test
  void it_tells_at_once_and_whenever_something_changed() {
    begin.complete(null);
    Iterator<WatchCampaignResponse> stream = watch();
    assertThat(nextDay(stream)).isEqualTo(1);
    day.set(2);
    assertThat(nextDay(stream)).isEqualTo(2);
    day.set(3);
    assertThat(nextDay(stream)).isEqualTo(3);
  }

  @Test
  void while_nothing_changes_a_heartbeat_says_so() {
    begin.complete(null);
    Iterator<WatchCampaignResponse> stream = watch();
    assertThat(stream.next().hasProgress()).isTrue();
    for (int i = 0; i < 5; i++) {
      assertThat(stream.next().hasProgress()).isFalse();
    }
  }

  @Test
  void nothing_is_told_before_it_may_begin() {
    Iterator<WatchCampaignResponse> stream = watch();
    begin.completeExceptionally(ApiException.notFound("campaign", "x"));
    assertThat(reasonOf(failureOf(stream::next))).isEqualTo(ErrorReason.ERROR_REASON_NOT_FOUND);
    assertThat(made).hasValue(0);
  }

  @Test
  void a_fault_ends_the_stream_and_makes_room() {
    begin.complete(null);
    Iterator<WatchCampaignResponse> stream = watch();
    assertThat(nextDay(stream)).isEqualTo(1);
    day.set(-1);
    assertThat(reasonOf(failureOf(() -> nextDay(stream))))
        .isEqualTo(ErrorReason.ERROR_REASON_NOT_FOUND);
    awaitCount(0);
  }

  @Test
  void too_many_are_refused_until_one_goes() {
    begin.complete(null);
    assertThat(nextDay(watch())).isEqualTo(1);
    assertThat(nextDay(watch())).isEqualTo(1);
    assertThat(reasonOf(failureOf(() -> watch().next())))
        .isEqualTo(ErrorReason.ERROR_REASON_QUEUE_FULL);
    streams.get(0).cancel(null);
    awaitCount(1);
    assertThat(nextDay(watch())).isEqualTo(1);
  }

  @Test
  void one_who_goes_before_it_begins_makes_room_too() {
    Iterator<WatchCampaignResponse> unused = watch();
    awaitCount(1);
    streams.get(0).cancel(null);
    awaitCount(0);
  }

  private void awaitCount(int count) {
    while (watchers.count() != count) {
      Thread.onSpinWait();
    }
  }

  /** The day of the next message that tells one. */
  private static int nextDay(Iterator<WatchCampaignResponse> stream) {
    WatchCampaignResponse message = stream.next();
    while (!message.hasProgress()) {
      message = stream.next();
    }
    return message.getProgress().getDay();
  }

  private Iterator<WatchCampaignResponse> watch() {
    Context.CancellableContext stream = Context.current().withCancellation();
    streams.add(stream);
    Context before = stream.attach();
    try {
      return KpiServiceGrpc.newBlockingStub(server.channel("acme"))
          .watchCampaign(WatchCampaignRequest.getDefaultInstance());
    } finally {
      stream.detach(before);
    }
  }

  private KpiServiceImplBase service() {
    return new KpiServiceImplBase() {
      @Override
      public void watchCampaign(
          WatchCampaignRequest request, StreamObserver<WatchCampaignResponse> out) {
        watchers.watch(out, begin.copy(), INTERVAL, new Days());
      }
    };
  }

  /** The number of a day; one below zero cannot be told. */
  private final class Days implements Watched<WatchCampaignResponse> {
    @Override
    public Object state() {
      return day.get();
    }

    @Override
    public WatchCampaignResponse message() {
      made.incrementAndGet();
      if (day.get() < 0) {
        throw ApiException.notFound("campaign", "x");
      }
      return WatchCampaignResponse.newBuilder()
          .setProgress(CampaignProgress.newBuilder().setDay(day.get()))
          .build();
    }

    @Override
    public boolean isSame(WatchCampaignResponse before, WatchCampaignResponse now) {
      return before.equals(now);
    }

    @Override
    public WatchCampaignResponse heartbeat() {
      return WatchCampaignResponse.getDefaultInstance();
    }
  }
}
