package dev.tributary.ingestion.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.ingestion.v1.FeedEntry;
import dev.tributary.ingestion.v1.FeedServiceGrpc;
import dev.tributary.ingestion.v1.FollowRequest;
import dev.tributary.ingestion.v1.FollowResponse;
import io.grpc.Channel;
import io.grpc.Context;
import io.grpc.Context.CancellableContext;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A reader of the feed that waits for what it is told to expect. */
public final class Follower implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 60;

  private final CancellableContext stream = Context.current().withCancellation();
  private final Iterator<FollowResponse> pages;
  private String cursor;

  private Follower(Channel channel, String cursor) {
    this.cursor = cursor;
    FollowRequest request = FollowRequest.newBuilder().setCursor(cursor).build();
    // A stream that brings nothing more fails its test instead of holding it up for ever.
    var stub =
        FeedServiceGrpc.newBlockingStub(channel)
            .withDeadlineAfter(PATIENCE_SECONDS, TimeUnit.SECONDS);
    Context before = stream.attach();
    try {
      this.pages = stub.follow(request);
    } finally {
      stream.detach(before);
    }
  }

  /** Follows from a cursor; an empty one means from the beginning. */
  public static Follower from(Channel channel, String cursor) {
    return new Follower(channel, cursor);
  }

  /** The next page, whatever it has. */
  public FollowResponse page() {
    FollowResponse page = pages.next();
    assertThat(page.getEntriesCount()).isLessThanOrEqualTo(1_000);
    cursor = page.getNextCursor();
    return page;
  }

  /** The next entries, exactly so many. */
  public List<FeedEntry> take(int count) {
    var entries = new ArrayList<FeedEntry>();
    while (entries.size() < count) {
      entries.addAll(page().getEntriesList());
    }
    assertThat(entries).hasSize(count);
    return entries;
  }

  /** Where the last page ended. */
  public String cursor() {
    return cursor;
  }

  @Override
  public void close() {
    stream.cancel(null);
  }
}
