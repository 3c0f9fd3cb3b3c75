package dev.tributary.ingestion.testing;

import static dev.tributary.ingestion.testing.CatalogSamples.anAccount;
import static dev.tributary.ingestion.testing.CatalogSamples.time;
import static dev.tributary.ingestion.testing.ObservationSamples.anObservation;

import dev.tributary.ingestion.v1.AudienceBreakdown;
import dev.tributary.ingestion.v1.AudienceBucket;
import dev.tributary.ingestion.v1.AudienceDimension;
import dev.tributary.ingestion.v1.AudienceKind;
import dev.tributary.ingestion.v1.Comment;
import dev.tributary.ingestion.v1.Comments;
import dev.tributary.ingestion.v1.Feedback;
import dev.tributary.ingestion.v1.FeedbackAuthor;
import dev.tributary.ingestion.v1.Mention;
import dev.tributary.ingestion.v1.Mentions;
import dev.tributary.ingestion.v1.Observation;
import dev.tributary.ingestion.v1.SurveyAnswer;
import dev.tributary.ingestion.v1.SurveyGroup;
import dev.tributary.ingestion.v1.SurveyResult;
import dev.tributary.ingestion.v1.Unavailability;
import dev.tributary.type.v1.Platform;

/** Observations of who people are and what they say, in which every field says something. */
public final class OpinionSamples {
  private OpinionSamples() {}

  public static Observation.Builder audienceOfAccount(String id, String handle) {
    return anObservation(id)
        .setAudienceBreakdown(
            AudienceBreakdown.newBuilder()
                .setAccount(anAccount(handle))
                .setKind(AudienceKind.AUDIENCE_KIND_FOLLOWERS)
                .setDimension(AudienceDimension.AUDIENCE_DIMENSION_COUNTRY)
                .addBuckets(share("SE", 625_000))
                .addBuckets(share("NO", 125_000))
                .setWithheld(
                    AudienceBucket.newBuilder()
                        .setUnavailable(Unavailability.UNAVAILABILITY_SUPPRESSED)));
  }

  public static Observation.Builder audienceOfPost(String id, String postId) {
    return anObservation(id)
        .setAudienceBreakdown(
            AudienceBreakdown.newBuilder()
                .setPostId(postId)
                .setKind(AudienceKind.AUDIENCE_KIND_REACHED)
                .setDimension(AudienceDimension.AUDIENCE_DIMENSION_AGE)
                .addBuckets(AudienceBucket.newBuilder().setName("18-24").setCount(800)));
  }

  public static AudienceBucket.Builder share(String name, long millionths) {
    return AudienceBucket.newBuilder().setName(name).setShareMillionths(millionths);
  }

  public static Observation.Builder comments(String id, String postId) {
    return anObservation(id)
        .setComments(
            Comments.newBuilder()
                .setPostId(postId)
                .addComments(comment("c-1", "Bo_Lindberg"))
                .addComments(Comment.newBuilder().setCommentId("c-2").setText("Where to buy?")));
  }

  public static Comment.Builder comment(String id, String author) {
    return Comment.newBuilder()
        .setCommentId(id)
        .setText("So nice!\n\uD83D\uDE0D")
        .setAuthor(author)
        .setLikeCount(3)
        .setCreateTime(time("2026-03-11T20:00:00Z"))
        .setLanguageCode("en");
  }

  public static Observation.Builder mentionsOfKeyword(String id, String keyword) {
    return anObservation(id).setMentions(mentions().setKeyword(keyword));
  }

  public static Observation.Builder mentionsOfAccount(String id, String handle) {
    return anObservation(id).setMentions(mentions().setAccount(anAccount(handle)));
  }

  public static Observation.Builder surveyResult(String id, String campaignId) {
    return anObservation(id)
        .setSurveyResult(
            SurveyResult.newBuilder()
                .setCampaignId(campaignId)
                .setQuestionId("unaided-recall")
                .setGroup(SurveyGroup.SURVEY_GROUP_EXPOSED)
                .setSampleSize(400)
                .addAnswers(answer("Glow", 120))
                .addAnswers(answer("Shine", 300)));
  }

  public static SurveyAnswer.Builder answer(String option, long count) {
    return SurveyAnswer.newBuilder().setOption(option).setCount(count);
  }

  public static Observation.Builder feedback(String id, String collaborationId) {
    return anObservation(id)
        .setFeedback(
            Feedback.newBuilder()
                .setCollaborationId(collaborationId)
                .setAuthor(FeedbackAuthor.FEEDBACK_AUTHOR_BRAND)
                .setRating(5)
                .setText("On time and on brief."));
  }

  private static Mentions.Builder mentions() {
    return Mentions.newBuilder()
        .addMentions(
            Mention.newBuilder()
                .setPlatform(Platform.PLATFORM_TIKTOK)
                .setNativeId("7312345678901234567")
                .setUrl("https://example.com/v/7312345678901234567")
                .setAuthor("bo_lindberg")
                .setReach(12_000)
                .setPublishTime(time("2026-03-11T20:00:00Z")));
  }
}
