package dev.tributary.metrics.opinion;

import dev.tributary.ingestion.v1.ErasedObservation;
import dev.tributary.ingestion.v1.ErasureFact;
import dev.tributary.runtime.feed.FeedItem;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Forgets authors of comments and mentions as ingestion tells it. An observation that has not been
 * applied yet is passed over: when it is read, ingestion has forgotten the author in it.
 */
public final class ForgottenAuthors {
  private final OpinionStore opinions;

  /** Forgets in the rows of a store. */
  public ForgottenAuthors(OpinionStore opinions) {
    this.opinions = opinions;
  }

  /** Does what erasures say; again, it changes nothing. */
  public void apply(Handle handle, List<FeedItem<ErasureFact>> erasures) {
    for (FeedItem<ErasureFact> erasure : erasures) {
      ErasureFact fact = erasure.entry();
      for (ErasedObservation place : fact.getObservationsList()) {
        opinions
            .payload(handle, erasure.workspace(), place.getShard(), place.getSequence())
            .map(payload -> OpinionProtos.without(payload, place.getItemsList(), fact))
            .ifPresent(
                payload ->
                    opinions.overwrite(handle, place.getShard(), place.getSequence(), payload));
      }
    }
  }
}
