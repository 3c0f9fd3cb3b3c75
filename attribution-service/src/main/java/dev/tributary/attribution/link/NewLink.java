package dev.tributary.attribution.link;

import dev.tributary.attribution.batch.Content;
import dev.tributary.attribution.owner.Owner;
import dev.tributary.runtime.log.Shards;
import java.time.Instant;
import java.util.Optional;

/**
 * A link as its creation asks for it.
 *
 * @param linkId the caller's id, unique in the workspace
 * @param owner whose link it is; empty for channels that are not creators
 * @param destinationUrl where it leads
 * @param utm the UTM parameters it carries
 * @param placement where it is published; empty when not told
 */
record NewLink(
    String linkId,
    Optional<Owner> owner,
    String destinationUrl,
    UtmParameters utm,
    String placement) {

  /** Shard of the link. */
  static int shard(String workspace, String linkId) {
    return Shards.of(workspace, "link", linkId);
  }

  /** What decides whether a creation is a resend. */
  Content content() {
    return Content.builder()
        .optional("owner", owner)
        .text("destination_url", destinationUrl)
        .text("utm.source", utm.source())
        .text("utm.medium", utm.medium())
        .text("utm.campaign", utm.campaign())
        .text("utm.term", utm.term())
        .text("utm.content", utm.content())
        .text("utm.id", utm.id())
        .text("placement", placement)
        .build();
  }

  /** The link, created. */
  Link created(Instant createTime) {
    return new Link(linkId, owner, destinationUrl, utm, placement, createTime);
  }
}
