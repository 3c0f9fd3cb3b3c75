package dev.tributary.attribution.conversion;

import dev.tributary.attribution.feed.FeedKind;
import dev.tributary.runtime.log.Heads;
import java.util.Optional;

/** Orders as the feed gets to know them. */
final class PublishedOrders {
  private PublishedOrders() {}

  /** Appends a fact if the conversion was decided on anew, and answers it with its place. */
  static OrderHistory published(Heads heads, String workspace, OrderHistory history) {
    Optional<RecordedConversion> revised =
        history.conversion().filter(RecordedConversion::isRevised);
    return revised.isPresent() ? history.with(published(heads, workspace, revised.get())) : history;
  }

  private static RecordedConversion published(
      Heads heads, String workspace, RecordedConversion revised) {
    int shard = revised.conversion().key().shard(workspace);
    byte[] fact = ConversionFactProtos.toBytes(revised);
    return revised.at(heads.append(shard, workspace, FeedKind.CONVERSION.stored(), fact));
  }
}
