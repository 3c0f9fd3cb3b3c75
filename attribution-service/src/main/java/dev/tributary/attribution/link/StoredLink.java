package dev.tributary.attribution.link;

import dev.tributary.attribution.batch.Admission;
import dev.tributary.attribution.batch.Content;
import java.util.Optional;

/**
 * A link with its place in the log.
 *
 * @param link the link
 * @param shard its shard in the log
 * @param sequence its place in the shard
 */
record StoredLink(Link link, int shard, long sequence) implements Admission.Recorded {
  @Override
  public Optional<String> firstDifference(Content content) {
    var creation =
        new NewLink(
            link.linkId(), link.owner(), link.destinationUrl(), link.utm(), link.placement());
    return content.firstDifference(creation.content());
  }
}
