package dev.tributary.runtime.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.ingestion.v1.FeedEntry;
import dev.tributary.ingestion.v1.FollowRequest;
import dev.tributary.ingestion.v1.FollowResponse;
import dev.tributary.runtime.log.Positions;
import dev.tributary.runtime.testing.Statuses;
import dev.tributary.type.v1.ErrorReason;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class FeedReaderTest {
  private static final int WAIT_SECONDS = 60;
  private static final Positions START = Positions.empty(ServedLog.FEED);

  @Test
  void the_first_page_says_which_log_was_reached_even_if_it_is_empty() throws Exception {
    try (var log = new ServedLog();
        var follower = new Follower(log, START)) {
      FeedPage<FeedEntry> page = follower.page();
      assertThat(page.items()).isEmpty();
      assertThat(page.next().feedId()).isNotEmpty().isEqualTo(log.head().feedId());
    }
  }

  @Test
  void an_empty_page_is_never_sent_again() throws Exception {
    try (var log = new ServedLog();
        var follower = new Follower(log, START)) {
      follower.page();
      log.reader().wake();
      log.append(1);
      assertThat(follower.page().items()).hasSize(1);
      assertThat(log.pagesMade()).isEqualTo(2);
    }
  }

  @Test
  void pages_continue_each_other_and_hold_at_most_a_thousand_entries() throws Exception {
    try (var log = new ServedLog()) {
      log.append(2_500);
      try (var follower = new Follower(log, START)) {
        Positions cursor = START;
        while (!cursor.covers(log.head())) {
          FeedPage<FeedEntry> page = follower.page().requireFollows(cursor);
          assertThat(page.items()).hasSizeBetween(1, 1_000);
          assertThat(page.head()).isEqualTo(log.head());
          cursor = page.next();
        }
      }
    }
  }

  @Test
  void what_another_process_wrote_is_found_without_being_told() throws Exception {
    try (var log = new ServedLog();
        var follower = new Follower(log, START)) {
      follower.page();
      log.appendElsewhere(3, 10);
      assertThat(follower.page().items()).hasSize(3);
    }
  }

  @Test
  void large_entries_make_small_pages_that_fit_into_a_message() throws Exception {
    try (var log = new ServedLog()) {
      Positions head = log.appendElsewhere(10, 900_000);
      try (var follower = new Follower(log, START)) {
        Positions cursor = START;
        while (!cursor.covers(head)) {
          FeedPage<FeedEntry> page = follower.page().requireFollows(cursor);
          assertThat(page.items()).hasSizeBetween(1, 2);
          cursor = page.next();
        }
      }
    }
  }

  @Test
  void a_follower_that_takes_nothing_gets_nothing_more_and_does_not_hold_up_others()
      throws Exception {
    try (var log = new ServedLog()) {
      Positions head = log.appendElsewhere(30, 900_000);
      try (var slow = new Follower(log, START, false)) {
        try (var fast = new Follower(log, START)) {
          fast.readTo(head);
          int pagesForOne = 30 / 2;
          assertThat(log.pagesMade()).isBetween(pagesForOne, pagesForOne + 3);
        }
        slow.takeAll();
        slow.readTo(head);
      }
    }
  }

  @Test
  void a_cursor_of_another_life_of_the_log_or_beyond_its_end_is_refused() throws Exception {
    try (var log = new ServedLog()) {
      Positions head = log.append(3);
      log.append(1);
      try (var foreign = new Follower(log, Positions.empty(ServedLog.FEED, "another life"));
          var ahead = new Follower(log, head.with(Map.of(0, 99L)))) {
        assertThat(foreign.failure()).isEqualTo(ErrorReason.ERROR_REASON_POSITION_UNKNOWN);
        assertThat(ahead.failure()).isEqualTo(ErrorReason.ERROR_REASON_POSITION_UNKNOWN);
      }
    }
  }

  @Test
  void a_fault_ends_the_streams_and_those_who_come_back_are_served() throws Exception {
    var broken = new AtomicBoolean(true);
    var table = new EntryTable();
    try (var log =
        new ServedLog(
            (handle, from, head, limit) -> {
              if (broken.getAndSet(false)) {
                throw new IllegalStateException("broken");
              }
              return table.after(handle, from, head, limit);
            })) {
      log.append(1);
      try (var first = new Follower(log, START)) {
        assertThat(first.failure()).isEqualTo(ErrorReason.ERROR_REASON_INTERNAL);
      }
      try (var second = new Follower(log, START)) {
        assertThat(second.page().items()).hasSize(1);
      }
    }
  }

  @Test
  void a_gap_in_the_log_is_a_fault_and_never_skipped() throws Exception {
    try (var log = new ServedLog((handle, from, head, limit) -> List.of())) {
      log.append(1);
      try (var follower = new Follower(log, START)) {
        assertThat(follower.failure()).isEqualTo(ErrorReason.ERROR_REASON_INTERNAL);
      }
    }
  }

  @Test
  void closing_ends_the_streams_in_good_order() throws Exception {
    try (var log = new ServedLog();
        var follower = new Follower(log, START)) {
      follower.page();
      log.reader().close();
      assertThat(follower.next()).isEqualTo("completed");
    }
  }

  @Test
  void who_comes_after_closing_is_sent_elsewhere() throws Exception {
    try (var log = new ServedLog()) {
      log.reader().close();
      try (var follower = new Follower(log, START)) {
        assertThat(follower.failure()).isEqualTo(ErrorReason.ERROR_REASON_PEER_UNAVAILABLE);
      }
    }
  }

  /** A client that takes messages as fast as they come, or only when told. */
  private static final class Follower
      implements ClientResponseObserver<FollowRequest, FollowResponse>, AutoCloseable {
    private final BlockingQueue<Object> heard = new LinkedBlockingQueue<>();
    private final boolean takesAll;
    private ClientCallStreamObserver<FollowRequest> call;

    Follower(ServedLog log, Positions cursor) {
      this(log, cursor, true);
    }

    Follower(ServedLog log, Positions cursor, boolean takesAll) {
      this.takesAll = takesAll;
      log.stub().follow(FollowRequest.newBuilder().setCursor(cursor.encode()).build(), this);
    }

    @Override
    public void beforeStart(ClientCallStreamObserver<FollowRequest> call) {
      this.call = call;
      if (!takesAll) {
        call.disableAutoRequestWithInitial(0);
      }
    }

    void takeAll() {
      call.request(Integer.MAX_VALUE);
    }

    Object next() throws InterruptedException {
      return heard.poll(WAIT_SECONDS, TimeUnit.SECONDS);
    }

    FeedPage<FeedEntry> page() throws InterruptedException {
      return ServedLog.page((FollowResponse) next());
    }

    void readTo(Positions head) throws InterruptedException {
      Positions cursor = START;
      while (!cursor.covers(head)) {
        cursor = page().requireFollows(cursor).next();
      }
    }

    ErrorReason failure() throws InterruptedException {
      return Statuses.reasonOf((StatusRuntimeException) next());
    }

    @Override
    public void onNext(FollowResponse message) {
      heard.add(message);
    }

    @Override
    public void onError(Throwable fault) {
      heard.add(fault);
    }

    @Override
    public void onCompleted() {
      heard.add("completed");
    }

    @Override
    public void close() {
      call.cancel("enough", null);
    }
  }
}
