package dev.tributary.reporting.sample;

import dev.tributary.type.v1.Platform;

/**
 * What the posts of a creator on one platform counted.
 *
 * @param posts how many there are
 * @param known of how many the counters are known
 * @param reachMax reach of the most seen post; 0 when the platform gives no reach
 * @param reachSum reach of all posts added
 */
record PostsOf(
    String creatorId,
    Platform platform,
    int posts,
    int known,
    long impressions,
    long reachMax,
    long reachSum,
    long videoViews,
    long likes,
    long comments,
    long shares,
    long saves) {
  long engagements() {
    return likes + comments + shares + saves;
  }

  boolean isComplete() {
    return posts == known;
  }
}
