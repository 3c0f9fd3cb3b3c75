package dev.tributary.metrics.opinion;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.tributary.ingestion.v1.Account;
import dev.tributary.ingestion.v1.AudienceBreakdown;
import dev.tributary.ingestion.v1.ErasureFact;
import dev.tributary.ingestion.v1.Mentions;
import dev.tributary.ingestion.v1.Observation;
import dev.tributary.metrics.observation.ObservationProtos;
import java.util.List;

/** Opinions as they stand in ingestion's feed. */
public final class OpinionProtos {
  private OpinionProtos() {}

  /** Whether an observation is one that is kept whole. */
  public static boolean isOpinion(Observation observation) {
    return switch (observation.getSubjectCase()) {
      case AUDIENCE_BREAKDOWN, COMMENTS, MENTIONS, SURVEY_RESULT, FEEDBACK -> true;
      default -> false;
    };
  }

  /** The opinion that an observation of one holds. */
  public static Opinion opinion(Observation observation) {
    return switch (observation.getSubjectCase()) {
      case AUDIENCE_BREAKDOWN -> audience(observation, observation.getAudienceBreakdown());
      case COMMENTS -> about(observation, observation.getComments().getPostId());
      case MENTIONS -> mentions(observation, observation.getMentions());
      case SURVEY_RESULT -> about(observation, observation.getSurveyResult().getCampaignId());
      case FEEDBACK -> about(observation, observation.getFeedback().getCollaborationId());
      default -> throw new IllegalArgumentException(observation.getSubjectCase() + ": no opinion");
    };
  }

  /**
   * A stored message without an author who was forgotten and without what the author wrote.
   *
   * @param items which comments or mentions were the author's, counted from 0
   */
  static byte[] without(byte[] payload, List<Integer> items, ErasureFact erasure) {
    try {
      Observation.Builder observation = Observation.parseFrom(payload).toBuilder();
      for (int item : items) {
        if (observation.hasComments()) {
          observation
              .getCommentsBuilder()
              .getCommentsBuilder(item)
              .setAuthorKey(erasure.getTombstone())
              .clearText();
        } else {
          observation
              .getMentionsBuilder()
              .getMentionsBuilder(item)
              .setAuthorKey(erasure.getTombstone())
              .clearUrl();
        }
      }
      return observation.build().toByteArray();
    } catch (InvalidProtocolBufferException damaged) {
      throw new IllegalStateException("a stored observation cannot be read", damaged);
    }
  }

  private static Opinion audience(Observation observation, AudienceBreakdown breakdown) {
    return breakdown.hasPostId()
        ? about(observation, breakdown.getPostId())
        : about(observation, breakdown.getAccount());
  }

  private static Opinion mentions(Observation observation, Mentions mentions) {
    return mentions.hasKeyword()
        ? about(observation, mentions.getKeyword())
        : about(observation, mentions.getAccount());
  }

  private static Opinion about(Observation observation, Account account) {
    return opinion(observation, account.getPlatformValue(), account.getHandle());
  }

  private static Opinion about(Observation observation, String subjectId) {
    return opinion(observation, 0, subjectId);
  }

  private static Opinion opinion(Observation observation, int platform, String subjectId) {
    return new Opinion(
        observation.getSubjectCase().getNumber(),
        platform,
        subjectId,
        ObservationProtos.source(observation),
        observation.toByteArray());
  }
}
