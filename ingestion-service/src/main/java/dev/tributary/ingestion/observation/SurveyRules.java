package dev.tributary.ingestion.observation;

import dev.tributary.ingestion.content.Repeated;
import dev.tributary.ingestion.v1.SurveyAnswer;
import dev.tributary.ingestion.v1.SurveyResult;
import dev.tributary.runtime.api.Fields;
import dev.tributary.runtime.api.Rejected;
import java.util.List;

/** What the result of a survey must be. */
final class SurveyRules {
  private static final int ANSWERS_MAX = 100;
  private static final int OPTION_CHARACTERS_MAX = 200;

  private SurveyRules() {}

  static void check(SurveyResult result) throws Rejected {
    Fields.id("campaign_id", result.getCampaignId());
    Fields.id("question_id", result.getQuestionId());
    Fields.known("group", result.getGroup());
    long sample = Fields.inRange("sample_size", result.getSampleSize(), 1, Long.MAX_VALUE);
    List<SurveyAnswer> answers = result.getAnswersList();
    Repeated.atLeastOne("answers", answers.size(), ANSWERS_MAX);
    Repeated.each("answers", answers, ANSWERS_MAX, answer -> check(answer, sample));
    Repeated.unique("answers", answers, "option", SurveyAnswer::getOption);
  }

  private static void check(SurveyAnswer answer, long sample) throws Rejected {
    Fields.requiredText("option", answer.getOption(), OPTION_CHARACTERS_MAX);
    Fields.inRange("count", answer.getCount(), 0, sample);
  }
}
