package dev.tributary.local.importing;

import dev.tributary.ingestion.v1.Observation;
import dev.tributary.ingestion.v1.PutPost;
import java.util.Optional;

/**
 * Rows of posts with their counters.
 *
 * @param posts reads the post
 * @param counters reads the counters
 * @param keepsPosts whether a post that is in the catalogue stays as it is; its rows come from a
 *     platform then, and one without the platform's id is about no post
 */
record PostReader(PostRows posts, CounterRows counters, boolean keepsPosts)
    implements RowTable<PostReader.PostWithCounters> {
  /**
   * A row of a list of posts.
   *
   * @param post what is written to the catalogue, if anything
   * @param counters absent when the row has none
   */
  record PostWithCounters(Optional<PutPost> post, Optional<Observation> counters) {}

  @Override
  public PostWithCounters parse(CsvRow row) throws RowRejected {
    Observation seen = counters.ofPost(row);
    return new PostWithCounters(
        post(row),
        seen.getPostCounters().getCountersCount() == 0 ? Optional.empty() : Optional.of(seen));
  }

  private Optional<PutPost> post(CsvRow row) throws RowRejected {
    if (keepsPosts && row.get("native_id").isEmpty()) {
      return Optional.empty();
    }
    PutPost.Builder put = PutPost.newBuilder().setPost(posts.parse(row));
    return Optional.of(keepsPosts ? put.setExpectedVersion(0).build() : put.build());
  }
}
