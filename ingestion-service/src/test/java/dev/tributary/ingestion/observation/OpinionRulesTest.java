package dev.tributary.ingestion.observation;

import static dev.tributary.ingestion.testing.CatalogSamples.time;
import static dev.tributary.ingestion.testing.OpinionSamples.answer;
import static dev.tributary.ingestion.testing.OpinionSamples.audienceOfAccount;
import static dev.tributary.ingestion.testing.OpinionSamples.audienceOfPost;
import static dev.tributary.ingestion.testing.OpinionSamples.comments;
import static dev.tributary.ingestion.testing.OpinionSamples.feedback;
import static dev.tributary.ingestion.testing.OpinionSamples.mentionsOfAccount;
import static dev.tributary.ingestion.testing.OpinionSamples.mentionsOfKeyword;
import static dev.tributary.ingestion.testing.OpinionSamples.share;
import static dev.tributary.ingestion.testing.OpinionSamples.surveyResult;
import static dev.tributary.type.v1.ErrorReason.ERROR_REASON_FIELD_MALFORMED;
import static dev.tributary.type.v1.ErrorReason.ERROR_REASON_FIELD_MISSING;
import static dev.tributary.type.v1.ErrorReason.ERROR_REASON_FUTURE_TIME;
import static dev.tributary.type.v1.ErrorReason.ERROR_REASON_OUT_OF_RANGE;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.protobuf.Message;
import dev.tributary.ingestion.testing.RuleCase;
import dev.tributary.ingestion.v1.AudienceBreakdown;
import dev.tributary.ingestion.v1.AudienceBucket;
import dev.tributary.ingestion.v1.AudienceDimension;
import dev.tributary.ingestion.v1.AudienceKind;
import dev.tributary.ingestion.v1.Comments;
import dev.tributary.ingestion.v1.Feedback;
import dev.tributary.ingestion.v1.Mention;
import dev.tributary.ingestion.v1.Mentions;
import dev.tributary.ingestion.v1.Observation;
import dev.tributary.ingestion.v1.SurveyResult;
import dev.tributary.ingestion.v1.Unavailability;
import dev.tributary.runtime.api.Rejected;
import dev.tributary.type.v1.ErrorReason;
import java.time.Instant;
import java.util.Collections;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class OpinionRulesTest {
  private static final Instant NOW = Instant.parse("2026-03-12T12:00:00Z");

  @Test
  void observations_of_every_kind_pass() {
    Stream.of(
            audienceOfAccount("o", "anna"),
            audienceOfPost("o", "post-1"),
            comments("o", "post-1"),
            mentionsOfAccount("o", "glow"),
            mentionsOfKeyword("o", "glow serum"),
            surveyResult("o", "spring"),
            feedback("o", "anna-spring"))
        .map(Observation.Builder::build)
        .forEach(
            good ->
                assertThatCode(() -> ObservationRules.check(good, NOW)).doesNotThrowAnyException());
  }

  @Test
  void an_audience_may_be_withheld_as_a_whole() {
    AudienceBreakdown none =
        audienceOfAccount("o", "anna").getAudienceBreakdown().toBuilder().clearBuckets().build();
    assertThatCode(() -> BreakdownRules.check(none)).doesNotThrowAnyException();
  }

  @Test
  void shares_rounded_to_whole_percents_may_add_up_to_more_than_everybody() {
    AudienceBreakdown rounded =
        audience()
            .clearWithheld()
            .clearBuckets()
            .addBuckets(share("SE", 340_000))
            .addBuckets(share("NO", 340_000))
            .addBuckets(share("DK", 330_000))
            .build();
    assertThatCode(() -> BreakdownRules.check(rounded)).doesNotThrowAnyException();
  }

  @TestFactory
  Stream<DynamicTest> breakdowns_are_refused_with() {
    return RuleCase.tests(
        OpinionRulesTest::audience,
        (AudienceBreakdown item) -> BreakdownRules.check(item),
        Stream.of(
            missing("no subject", AudienceBreakdown.Builder::clearSubject, "subject"),
            malformed(
                "a handle with its sign",
                b -> b.getAccountBuilder().setHandle("@anna"),
                "account.handle"),
            missing("no kind", AudienceBreakdown.Builder::clearKind, "kind"),
            malformed("followers of a post", b -> b.setPostId("post-1"), "kind"),
            missing("no dimension", AudienceBreakdown.Builder::clearDimension, "dimension"),
            missing("nobody", b -> b.clearBuckets().clearWithheld(), "buckets"),
            malformed("no country", b -> b.setBuckets(1, share("Norge", 1)), "buckets[1].name"),
            malformed("one twice", b -> b.setBuckets(1, share("SE", 1)), "buckets[1].name"),
            malformed(
                "no language",
                b ->
                    b.setDimension(AudienceDimension.AUDIENCE_DIMENSION_LANGUAGE)
                        .setBuckets(0, share("s_v", 1)),
                "buckets[0].name"),
            missing(
                "a city without name",
                b ->
                    b.setDimension(AudienceDimension.AUDIENCE_DIMENSION_CITY)
                        .setBuckets(0, share("", 1)),
                "buckets[0].name"),
            missing("no number", b -> b.getBucketsBuilder(0).clearValue(), "buckets[0].value"),
            outOfRange(
                "a negative count", b -> b.getBucketsBuilder(0).setCount(-1), "buckets[0].count"),
            outOfRange(
                "more than all of them",
                b -> b.setBuckets(0, share("SE", 1_000_001)),
                "buckets[0].share_millionths"),
            outOfRange(
                "shares of more than everybody",
                b -> b.setBuckets(0, share("SE", 900_000)),
                "buckets"),
            malformed("counts and shares", b -> b.getBucketsBuilder(0).setCount(9), "buckets"),
            malformed(
                "a name for the rest",
                b ->
                    b.setWithheld(
                        AudienceBucket.newBuilder()
                            .setName("other")
                            .setUnavailable(Unavailability.UNAVAILABILITY_SUPPRESSED)),
                "withheld.name"),
            missing(
                "a rest without reason",
                b -> b.getWithheldBuilder().clearValue(),
                "withheld.value")));
  }

  @TestFactory
  Stream<DynamicTest> comments_are_refused_with() {
    return RuleCase.tests(
        () -> comments("o", "post-1").getCommentsBuilder(),
        (Comments item) -> CommentRules.check(item, NOW),
        Stream.of(
            missing("no post", Comments.Builder::clearPostId, "post_id"),
            missing("none", Comments.Builder::clearComments, "comments"),
            outOfRange(
                "too many",
                c -> c.addAllComments(Collections.nCopies(1_000, c.getComments(0))),
                "comments"),
            missing(
                "no id", c -> c.getCommentsBuilder(1).clearCommentId(), "comments[1].comment_id"),
            malformed(
                "one twice",
                c -> c.getCommentsBuilder(1).setCommentId("c-1"),
                "comments[1].comment_id"),
            malformed(
                "a text too long",
                c -> c.getCommentsBuilder(0).setText("x".repeat(2_201)),
                "comments[0].text"),
            malformed(
                "an author with the sign",
                c -> c.getCommentsBuilder(0).setAuthor("@bo"),
                "comments[0].author"),
            outOfRange(
                "negative likes",
                c -> c.getCommentsBuilder(0).setLikeCount(-1),
                "comments[0].like_count"),
            fault(
                "a time to come",
                c -> c.getCommentsBuilder(0).setCreateTime(time("2026-03-13T00:00:00Z")),
                ERROR_REASON_FUTURE_TIME,
                "comments[0].create_time"),
            malformed(
                "no language",
                c -> c.getCommentsBuilder(0).setLanguageCode("e_n"),
                "comments[0].language_code")));
  }

  @TestFactory
  Stream<DynamicTest> mentions_are_refused_with() {
    return RuleCase.tests(
        () -> mentionsOfKeyword("o", "glow").getMentionsBuilder(),
        (Mentions item) -> MentionRules.check(item, NOW),
        Stream.of(
            missing("no brand", Mentions.Builder::clearBrand, "brand"),
            malformed("a space around the word", m -> m.setKeyword("glow "), "keyword"),
            missing("none", Mentions.Builder::clearMentions, "mentions"),
            missing("no platform", mention(Mention.Builder::clearPlatform), "mentions[0].platform"),
            missing(
                "nothing to find it by",
                mention(m -> m.clearNativeId().clearUrl()),
                "mentions[0].native_id"),
            malformed(
                "an address with a space",
                mention(m -> m.setUrl("https://a b")),
                "mentions[0].url"),
            malformed(
                "an author with the sign", mention(m -> m.setAuthor("@bo")), "mentions[0].author"),
            outOfRange("a negative reach", mention(m -> m.setReach(-1)), "mentions[0].reach"),
            fault(
                "a time to come",
                mention(m -> m.setPublishTime(time("2026-03-13T00:00:00Z"))),
                ERROR_REASON_FUTURE_TIME,
                "mentions[0].publish_time")));
  }

  @TestFactory
  Stream<DynamicTest> survey_results_are_refused_with() {
    return RuleCase.tests(
        () -> surveyResult("o", "spring").getSurveyResultBuilder(),
        (SurveyResult item) -> SurveyRules.check(item),
        Stream.of(
            missing("no campaign", SurveyResult.Builder::clearCampaignId, "campaign_id"),
            missing("no question", SurveyResult.Builder::clearQuestionId, "question_id"),
            missing("no group", SurveyResult.Builder::clearGroup, "group"),
            outOfRange("nobody asked", SurveyResult.Builder::clearSampleSize, "sample_size"),
            missing("no answers", SurveyResult.Builder::clearAnswers, "answers"),
            missing("no option", s -> s.setAnswers(0, answer("", 1)), "answers[0].option"),
            malformed("one twice", s -> s.setAnswers(1, answer("Glow", 1)), "answers[1].option"),
            outOfRange(
                "more than asked", s -> s.setAnswers(0, answer("Glow", 401)), "answers[0].count")));
  }

  @TestFactory
  Stream<DynamicTest> feedback_is_refused_with() {
    return RuleCase.tests(
        () -> feedback("o", "anna-spring").getFeedbackBuilder(),
        (Feedback item) -> FeedbackRules.check(item),
        Stream.of(
            missing("no collaboration", Feedback.Builder::clearCollaborationId, "collaboration_id"),
            missing("no author", Feedback.Builder::clearAuthor, "author"),
            outOfRange("no rating", Feedback.Builder::clearRating, "rating"),
            outOfRange("six of five", f -> f.setRating(6), "rating"),
            malformed("a text too long", f -> f.setText("x".repeat(5_001)), "text")));
  }

  @Test
  void a_refusal_names_its_field_from_the_observation_on() {
    Observation.Builder broken = feedback("o", "anna-spring");
    broken.getFeedbackBuilder().setRating(9);
    assertThatExceptionOfType(Rejected.class)
        .isThrownBy(() -> ObservationRules.check(broken.build(), NOW))
        .returns("feedback.rating", Rejected::field);
  }

  private static AudienceBreakdown.Builder audience() {
    return audienceOfAccount("o", "anna")
        .getAudienceBreakdownBuilder()
        .setKind(AudienceKind.AUDIENCE_KIND_FOLLOWERS);
  }

  private static Consumer<Mentions.Builder> mention(Consumer<Mention.Builder> fault) {
    return mentions -> fault.accept(mentions.getMentionsBuilder(0));
  }

  private static <B extends Message.Builder> RuleCase<B> missing(
      String what, Consumer<B> fault, String field) {
    return fault(what, fault, ERROR_REASON_FIELD_MISSING, field);
  }

  private static <B extends Message.Builder> RuleCase<B> malformed(
      String what, Consumer<B> fault, String field) {
    return fault(what, fault, ERROR_REASON_FIELD_MALFORMED, field);
  }

  private static <B extends Message.Builder> RuleCase<B> outOfRange(
      String what, Consumer<B> fault, String field) {
    return fault(what, fault, ERROR_REASON_OUT_OF_RANGE, field);
  }

  private static <B extends Message.Builder> RuleCase<B> fault(
      String what, Consumer<B> fault, ErrorReason reason, String field) {
    return new RuleCase<>(what, fault, reason, field);
  }
}
