package dev.tributary.runtime.feed;

import dev.tributary.runtime.api.ApiException;
import dev.tributary.runtime.api.ProtoTimes;
import dev.tributary.runtime.log.Positions;
import dev.tributary.runtime.server.Replies;
import dev.tributary.type.v1.AsOf;
import io.grpc.Context;
import io.grpc.Deadline;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Lets a caller read its own writes: holds an answer back until the feeds have been applied up to
 * the positions that the caller names in {@code at_least}. Nothing waits in a thread.
 */
public final class Freshness {
  /** How long a call without any deadline may wait. */
  private static final Duration WAIT_DEFAULT = Duration.ofSeconds(10);

  /**
   * Kept back of the caller's deadline, so that our answer with the lag arrives before gRPC's own
   * without.
   */
  private static final Duration MARGIN_MAX = Duration.ofMillis(200);

  private final TreeMap<String, FeedFollower<?>> followers;
  private final Executor work;

  /**
   * Freshness of what is built from these feeds.
   *
   * @param followers by name of the feed
   * @param work runs the answers that had to wait; bounded, and never a follower's thread
   */
  public Freshness(Map<String, FeedFollower<?>> followers, Executor work) {
    this.followers = new TreeMap<>(followers);
    this.work = work;
  }

  /**
   * Answers a call that has one answer once all positions are applied: at once on this thread if
   * they are, else later on the pool, in the call's context. When the call's deadline is near, the
   * answer is DEADLINE_EXCEEDED with the lag.
   *
   * @param atLeast the request's tokens; none means whatever there is
   * @throws ApiException POSITION_UNKNOWN if a token is not of one of these feeds
   */
  public <T> void serve(List<String> atLeast, StreamObserver<T> out, Supplier<T> answer) {
    CompletableFuture<Void> reached = reached(atLeast);
    if (reached.isDone() && !reached.isCompletedExceptionally()) {
      Replies.reply(out, answer.get());
      return;
    }
    // A call whose requests are a stream may set no handler of its own by the time it waits.
    Context.current().addListener(call -> reached.cancel(false), Runnable::run);
    var unused =
        reached
            .thenApplyAsync(done -> answer.get(), Context.current().fixedContextExecutor(work))
            .whenComplete(
                (message, fault) -> {
                  if (fault == null) {
                    Replies.reply(out, message);
                  } else {
                    out.onError(cause(fault));
                  }
                });
  }

  /**
   * A future that completes once all positions are applied, or fails with DEADLINE_EXCEEDED and the
   * lag when the deadline of the current call is near. It may complete on a follower's thread: go
   * on asynchronously. Cancel it when nobody waits any more.
   *
   * @param atLeast the request's tokens; none means whatever there is
   * @throws ApiException POSITION_UNKNOWN if a token is not of one of these feeds
   */
  public CompletableFuture<Void> reached(List<String> atLeast) {
    List<Positions> wanted = atLeast.stream().map(this::decode).toList();
    List<CompletableFuture<Void>> parts =
        wanted.stream().map(position -> follower(position.feed()).reached(position)).toList();
    var all = CompletableFuture.allOf(parts.toArray(CompletableFuture<?>[]::new));
    var reached = new CompletableFuture<Void>();
    var unused =
        all.orTimeout(waitMax().toNanos(), TimeUnit.NANOSECONDS)
            .whenComplete(
                (done, fault) -> {
                  parts.forEach(part -> part.cancel(false));
                  if (fault == null) {
                    reached.complete(null);
                  } else {
                    reached.completeExceptionally(explained(fault, wanted));
                  }
                });
    // Whoever cancels it lets go of the followers too.
    var unusedRelease = reached.whenComplete((done, fault) -> all.cancel(false));
    return reached;
  }

  /** Where everything that is applied ends, by feed; what is read later is at least as new. */
  public Map<String, Positions> applied() {
    return followers.entrySet().stream()
        .collect(
            Collectors.toMap(Map.Entry::getKey, feed -> feed.getValue().applied().positions()));
  }

  /**
   * How far each feed is applied, by name; what is read from the database after this call is at
   * least as new.
   */
  public List<AsOf> asOf() {
    return followers.values().stream().map(follower -> asOf(follower, follower.applied())).toList();
  }

  /**
   * How far each feed is applied in exactly the state that the transaction sees, if it is a
   * snapshot.
   */
  public List<AsOf> asOf(Handle snapshot) {
    return followers.entrySet().stream()
        .map(feed -> asOf(feed.getValue(), new CursorStore(feed.getKey()).load(snapshot)))
        .toList();
  }

  private Positions decode(String token) {
    Positions position = Positions.decode(token);
    follower(position.feed());
    return position;
  }

  private FeedFollower<?> follower(String feed) {
    FeedFollower<?> follower = followers.get(feed);
    if (follower == null) {
      throw ApiException.positionUnknown(feed);
    }
    return follower;
  }

  private Throwable explained(Throwable fault, List<Positions> wanted) {
    Throwable cause = cause(fault);
    return cause instanceof TimeoutException ? late(wanted) : cause;
  }

  private static Throwable cause(Throwable fault) {
    return fault instanceof CompletionException && fault.getCause() != null
        ? fault.getCause()
        : fault;
  }

  /** Names the feed that lacks most. */
  private ApiException late(List<Positions> wanted) {
    var lag = new TreeMap<String, Long>();
    wanted.forEach(
        position ->
            lag.merge(
                position.feed(),
                follower(position.feed()).applied().positions().entriesUpTo(position),
                Math::max));
    Map.Entry<String, Long> worst =
        lag.entrySet().stream().max(Map.Entry.comparingByValue()).orElse(Map.entry("", 0L));
    return ApiException.deadline(
        "the position was not reached in time: feed %s lacks %d entries"
            .formatted(worst.getKey(), worst.getValue()),
        Map.of("feed", worst.getKey(), "lag_entries", Long.toString(worst.getValue())));
  }

  private static Duration waitMax() {
    Deadline deadline = Context.current().getDeadline();
    if (deadline == null) {
      return WAIT_DEFAULT;
    }
    Duration left = Duration.ofNanos(Math.max(0, deadline.timeRemaining(TimeUnit.NANOSECONDS)));
    Duration margin = left.dividedBy(5);
    return left.minus(margin.compareTo(MARGIN_MAX) < 0 ? margin : MARGIN_MAX);
  }

  private static AsOf asOf(FeedFollower<?> follower, AppliedPosition applied) {
    Lag lag = follower.lag(applied);
    AsOf.Builder asOf =
        AsOf.newBuilder()
            .setFeed(applied.positions().feed())
            .setPosition(applied.positions().encode())
            .setLag(ProtoTimes.toProto(lag.age()))
            .setLagEntries(lag.entries());
    applied.recordTime().ifPresent(time -> asOf.setRecordTime(ProtoTimes.toProto(time)));
    return asOf.build();
  }
}
