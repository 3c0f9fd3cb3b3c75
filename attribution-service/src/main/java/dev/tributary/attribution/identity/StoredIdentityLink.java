package dev.tributary.attribution.identity;

import dev.tributary.attribution.batch.Admission;
import dev.tributary.attribution.batch.Content;
import dev.tributary.runtime.identity.PersonKey;
import java.time.Instant;
import java.util.Optional;

/**
 * An identity link with its place in the log.
 *
 * @param link the link
 * @param recordTime when it was recorded
 * @param shard its shard in the log
 * @param sequence its place in the shard
 */
record StoredIdentityLink(IdentityLink link, Instant recordTime, int shard, long sequence)
    implements Admission.Recorded {
  @Override
  public Optional<String> firstDifference(Content content) {
    // Of a customer who was erased nothing is known, so it is whoever is named now.
    return link.customer().filter(PersonKey::isTombstone).isPresent()
        ? content
            .without(IdentityLink.CUSTOMER_FIELD)
            .firstDifference(link.content().without(IdentityLink.CUSTOMER_FIELD))
        : content.firstDifference(link.content());
  }
}
