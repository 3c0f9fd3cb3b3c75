package dev.tributary.ingestion.observation;

import dev.tributary.ingestion.v1.Feedback;
import dev.tributary.runtime.api.Fields;
import dev.tributary.runtime.api.Rejected;

/** What feedback must be. */
final class FeedbackRules {
  private static final int RATING_MAX = 5;
  private static final int TEXT_CHARACTERS_MAX = 5_000;

  private FeedbackRules() {}

  static void check(Feedback feedback) throws Rejected {
    Fields.id("collaboration_id", feedback.getCollaborationId());
    Fields.known("author", feedback.getAuthor());
    Fields.inRange("rating", feedback.getRating(), 1, RATING_MAX);
    Fields.text("text", feedback.getText(), TEXT_CHARACTERS_MAX);
  }
}
