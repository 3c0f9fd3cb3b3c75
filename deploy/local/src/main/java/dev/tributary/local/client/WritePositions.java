package dev.tributary.local.client;

import dev.tributary.metrics.v1.QueryKpisRequest;
import dev.tributary.runtime.log.Positions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Where a client's writes stand in the feeds: one position per feed, the newest of each shard. */
public final class WritePositions {
  private final Map<String, Positions> byFeed = new TreeMap<>();

  /** Keeps the position of one more write; an empty one says that nothing was written to a feed. */
  public void keep(String token) {
    if (!token.isEmpty()) {
      Positions position = Positions.decode(token);
      byFeed.merge(position.feed(), position, Positions::merge);
    }
  }

  /** For {@code at_least} of a read that must see all of it. */
  public List<String> tokens() {
    return byFeed.values().stream().map(Positions::encode).toList();
  }

  /** The same for a read that depends on one feed alone, such as the ledger's own. */
  public List<String> tokens(String feed) {
    return byFeed.entrySet().stream()
        .filter(entry -> entry.getKey().equals(feed))
        .map(entry -> entry.getValue().encode())
        .toList();
  }

  /**
   * Returns when metrics has applied all of it.
   *
   * @throws io.grpc.StatusRuntimeException if it has not within the deadline, or cannot be reached
   */
  public void awaitApplied(Peers peers) {
    if (!byFeed.isEmpty()) {
      peers
          .kpis()
          .queryKpis(
              QueryKpisRequest.newBuilder().addKpiIds("posts").addAllAtLeast(tokens()).build());
    }
  }
}
