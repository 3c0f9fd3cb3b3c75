package dev.tributary.ingestion.observation;

import dev.tributary.ingestion.content.Rule;
import dev.tributary.ingestion.v1.Observation;
import dev.tributary.ingestion.v1.Source;
import dev.tributary.runtime.api.Fields;
import dev.tributary.runtime.api.Rejected;
import dev.tributary.type.v1.ErrorReason;
import java.time.Instant;

/** What every observation must be; what its subject must be is said by the rules of that kind. */
final class ObservationRules {
  private ObservationRules() {}

  /**
   * Lets an observation pass that keeps every rule of its contract.
   *
   * @param now when it was received
   * @throws Rejected with a field path relative to the observation
   */
  static void check(Observation observation, Instant now) throws Rejected {
    Fields.id("observation_id", observation.getObservationId());
    checkSource(observation.hasSource(), observation.getSource());
    Fields.eventTime(
        "observed_time", observation.hasObservedTime(), observation.getObservedTime(), now);
    checkSubject(observation, now);
  }

  private static void checkSource(boolean isPresent, Source source) throws Rejected {
    if (!isPresent) {
      throw missing("source");
    }
    Fields.known("source.provenance", source.getProvenance());
    Fields.id("source.system", source.getSystem());
  }

  private static void checkSubject(Observation observation, Instant now) throws Rejected {
    switch (observation.getSubjectCase()) {
      case POST_COUNTERS ->
          within("post_counters", observation.getPostCounters(), CounterRules::checkPost);
      case ACCOUNT_COUNTERS ->
          within("account_counters", observation.getAccountCounters(), CounterRules::checkAccount);
      case WEB_TRAFFIC -> within("web_traffic", observation.getWebTraffic(), TrafficRules::check);
      case COST -> within("cost", observation.getCost(), CostRules::check);
      case EXCHANGE_RATE ->
          within("exchange_rate", observation.getExchangeRate(), ExchangeRateRules::check);
      case AUDIENCE_BREAKDOWN ->
          within("audience_breakdown", observation.getAudienceBreakdown(), BreakdownRules::check);
      case COMMENTS ->
          within(
              "comments", observation.getComments(), comments -> CommentRules.check(comments, now));
      case MENTIONS ->
          within(
              "mentions", observation.getMentions(), mentions -> MentionRules.check(mentions, now));
      case SURVEY_RESULT ->
          within("survey_result", observation.getSurveyResult(), SurveyRules::check);
      case FEEDBACK -> within("feedback", observation.getFeedback(), FeedbackRules::check);
      case SUBJECT_NOT_SET -> throw missing("subject");
    }
  }

  private static <T> void within(String field, T value, Rule<T> rule) throws Rejected {
    try {
      rule.check(value);
    } catch (Rejected refusal) {
      throw refusal.withPrefix(field);
    }
  }

  private static Rejected missing(String field) {
    return new Rejected(ErrorReason.ERROR_REASON_FIELD_MISSING, field, "absent (it is required)");
  }
}
