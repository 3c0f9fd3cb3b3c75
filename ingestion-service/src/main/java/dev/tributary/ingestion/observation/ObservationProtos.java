package dev.tributary.ingestion.observation;

import dev.tributary.ingestion.content.AccountRules;
import dev.tributary.ingestion.v1.AccountSubject;
import dev.tributary.ingestion.v1.CurrencyPair;
import dev.tributary.ingestion.v1.ListObservationsRequest;
import dev.tributary.ingestion.v1.RecordObservationsResponse;
import dev.tributary.ingestion.v1.StreamObservationsResponse;
import dev.tributary.runtime.api.Fields;
import dev.tributary.runtime.api.Rejected;
import dev.tributary.runtime.group.RecordedFacts;
import dev.tributary.type.v1.ErrorReason;
import dev.tributary.type.v1.Platform;
import java.util.function.BiFunction;

/** Between requests and answers about observations and what stands for them here. */
final class ObservationProtos {
  private ObservationProtos() {}

  static RecordObservationsResponse recorded(RecordedFacts facts) {
    return RecordObservationsResponse.newBuilder()
        .addAllResults(facts.verdicts())
        .setPosition(facts.position())
        .setLoad(facts.load())
        .build();
  }

  static StreamObservationsResponse streamed(RecordedFacts facts) {
    return StreamObservationsResponse.newBuilder()
        .addAllResults(facts.verdicts())
        .setPosition(facts.position())
        .setLoad(facts.load())
        .build();
  }

  /** The one subject that a list is about. */
  static Subject subject(ListObservationsRequest request) throws Rejected {
    return switch (request.getSubjectCase()) {
      case POST_ID -> Subject.post(Fields.id("post_id", request.getPostId()));
      case ACCOUNT -> account("account", request.getAccount(), Subject::account);
      case COST_ID -> Subject.cost(Fields.id("cost_id", request.getCostId()));
      case TRAFFIC_COLLABORATION_ID ->
          Subject.trafficOfCollaboration(
              Fields.id("traffic_collaboration_id", request.getTrafficCollaborationId()));
      case TRAFFIC_CAMPAIGN_ID ->
          Subject.trafficOfCampaign(
              Fields.id("traffic_campaign_id", request.getTrafficCampaignId()));
      case CURRENCY_PAIR -> currencyPair(request.getCurrencyPair());
      case AUDIENCE_POST_ID ->
          Subject.audienceOfPost(Fields.id("audience_post_id", request.getAudiencePostId()));
      case AUDIENCE_ACCOUNT ->
          account("audience_account", request.getAudienceAccount(), Subject::audienceOfAccount);
      case COMMENTS_POST_ID ->
          Subject.commentsOn(Fields.id("comments_post_id", request.getCommentsPostId()));
      case MENTIONS_ACCOUNT ->
          account("mentions_account", request.getMentionsAccount(), Subject::mentionsOfAccount);
      case MENTIONS_KEYWORD -> mentions(request.getMentionsKeyword());
      case SURVEY_CAMPAIGN_ID ->
          Subject.surveyOf(Fields.id("survey_campaign_id", request.getSurveyCampaignId()));
      case FEEDBACK_COLLABORATION_ID ->
          Subject.feedbackOn(
              Fields.id("feedback_collaboration_id", request.getFeedbackCollaborationId()));
      case SUBJECT_NOT_SET ->
          throw new Rejected(
              ErrorReason.ERROR_REASON_FIELD_MISSING,
              "subject",
              "absent (exactly one is required)");
    };
  }

  private static Subject account(
      String field, AccountSubject account, BiFunction<Platform, String, Subject> subject)
      throws Rejected {
    try {
      AccountRules.checkName(account.getPlatform(), account.getHandle());
    } catch (Rejected refusal) {
      throw refusal.withPrefix(field);
    }
    return subject.apply(account.getPlatform(), account.getHandle());
  }

  private static Subject mentions(String keyword) throws Rejected {
    MentionRules.checkKeyword("mentions_keyword", keyword);
    return Subject.mentionsOfKeyword(keyword);
  }

  private static Subject currencyPair(CurrencyPair pair) throws Rejected {
    try {
      ExchangeRateRules.checkPair(pair.getBaseCurrencyCode(), pair.getQuoteCurrencyCode());
    } catch (Rejected refusal) {
      throw refusal.withPrefix("currency_pair");
    }
    return Subject.currencyPair(pair.getBaseCurrencyCode(), pair.getQuoteCurrencyCode());
  }
}
