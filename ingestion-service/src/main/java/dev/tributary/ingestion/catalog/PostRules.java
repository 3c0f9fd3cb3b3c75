package dev.tributary.ingestion.catalog;

import dev.tributary.ingestion.content.OrderRules;
import dev.tributary.ingestion.content.UrlRules;
import dev.tributary.ingestion.v1.DisclosureState;
import dev.tributary.ingestion.v1.Post;
import dev.tributary.runtime.api.Fields;
import dev.tributary.runtime.api.Rejected;
import java.time.Instant;
import java.util.Optional;

/** What a post must be. Whether its collaboration exists is not asked: it may arrive later. */
final class PostRules {
  private static final int CAPTION_CHARACTERS_MAX = 5_000;

  private PostRules() {}

  /**
   * Lets a post pass that keeps every rule of its contract.
   *
   * @throws Rejected with a field path relative to the post
   */
  static void check(Post post) throws Rejected {
    Fields.id("post_id", post.getPostId());
    Fields.optionalId("collaboration_id", post.getCollaborationId());
    Fields.known("platform", post.getPlatform());
    Fields.known("format", post.getFormat());
    Fields.optionalForeignId("native_id", post.getNativeId());
    UrlRules.check("url", post.getUrl());
    checkTimes(post);
    Fields.nonNegative("follower_count", post.getFollowerCount());
    // Unlike other enumerations this one may be left out: nobody has looked yet.
    if (post.getDisclosureValue() != DisclosureState.DISCLOSURE_STATE_UNSPECIFIED_VALUE) {
      Fields.known("disclosure", post.getDisclosure());
    }
    Fields.text("caption", post.getCaption(), CAPTION_CHARACTERS_MAX);
  }

  private static void checkTimes(Post post) throws Rejected {
    Optional<Instant> publish =
        Fields.optionalTime("publish_time", post.hasPublishTime(), post.getPublishTime());
    Optional<Instant> expire =
        Fields.optionalTime("expire_time", post.hasExpireTime(), post.getExpireTime());
    Optional<Instant> removal =
        Fields.optionalTime("removal_time", post.hasRemovalTime(), post.getRemovalTime());
    OrderRules.startBeforeEnd(publish, "expire_time", expire);
    if (publish.isPresent() && removal.isPresent()) {
      OrderRules.notBefore("removal_time", publish.get(), removal.get());
    }
  }
}
