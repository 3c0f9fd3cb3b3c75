package dev.tributary.local.ledgermodel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.attribution.v1.FeedEntry;
import dev.tributary.attribution.v1.FeedServiceGrpc;
import dev.tributary.attribution.v1.FollowRequest;
import dev.tributary.attribution.v1.FollowResponse;
import dev.tributary.runtime.log.Positions;
import io.grpc.Channel;
import io.grpc.Context;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * The whole feed, read from its beginning; each shard's entries are numbered from 1 without a gap.
 *
 * @param end position of the last entries
 */
record Feed(List<FeedEntry> entries, String end) {

  static Feed read(Channel channel) {
    List<FeedEntry> entries = new ArrayList<>();
    String end = "";
    Context.CancellableContext call = Context.current().withCancellation();
    Context before = call.attach();
    try {
      Iterator<FollowResponse> pages =
          FeedServiceGrpc.newBlockingStub(channel).follow(FollowRequest.getDefaultInstance());
      boolean atEnd = false;
      while (!atEnd) {
        FollowResponse page = pages.next();
        entries.addAll(page.getEntriesList());
        end = page.getNextCursor();
        atEnd = Positions.decode(end).covers(Positions.decode(page.getHeadPosition()));
      }
    } finally {
      call.detach(before);
      call.cancel(null);
    }
    requireGapless(entries);
    return new Feed(entries, end);
  }

  private static void requireGapless(List<FeedEntry> entries) {
    Map<Integer, Long> last = new HashMap<>();
    for (FeedEntry entry : entries) {
      assertThat(entry.getSequence())
          .as("sequence in shard %d of the feed", entry.getShard())
          .isEqualTo(last.merge(entry.getShard(), 1L, Long::sum));
    }
  }
}
