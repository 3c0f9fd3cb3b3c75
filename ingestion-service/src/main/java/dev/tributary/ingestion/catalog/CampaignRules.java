package dev.tributary.ingestion.catalog;

import dev.tributary.ingestion.content.AccountRules;
import dev.tributary.ingestion.content.AmountRules;
import dev.tributary.ingestion.content.OrderRules;
import dev.tributary.ingestion.content.Repeated;
import dev.tributary.ingestion.v1.Annotation;
import dev.tributary.ingestion.v1.Campaign;
import dev.tributary.ingestion.v1.KpiTarget;
import dev.tributary.runtime.api.Fields;
import dev.tributary.runtime.api.ProtoTimes;
import dev.tributary.runtime.api.Rejected;
import dev.tributary.type.v1.ErrorReason;
import java.time.LocalDate;
import java.util.List;

/**
 * What a campaign must be. KPI ids are only checked for their form: the metrics service knows which
 * exist.
 */
final class CampaignRules {
  private static final int NAME_CHARACTERS_MAX = 200;
  private static final int TARGETS_MAX = 50;
  private static final int BRANDS_MAX = 50;
  private static final int ANNOTATIONS_MAX = 200;
  private static final int ANNOTATION_CHARACTERS_MAX = 500;

  private CampaignRules() {}

  /**
   * Lets a campaign pass that keeps every rule of its contract.
   *
   * @throws Rejected with a field path relative to the campaign
   */
  static void check(Campaign campaign) throws Rejected {
    Fields.id("campaign_id", campaign.getCampaignId());
    Fields.requiredText("display_name", campaign.getDisplayName(), NAME_CHARACTERS_MAX);
    Fields.known("objective", campaign.getObjective());
    LocalDate start = Fields.date("start_date", campaign.getStartDate());
    OrderRules.notBefore("end_date", start, Fields.date("end_date", campaign.getEndDate()));
    Fields.zone("time_zone", campaign.getTimeZone());
    String currency = Fields.currency("currency_code", campaign.getCurrencyCode());
    Fields.nonNegative("budget_minor", campaign.getBudgetMinor());
    List<KpiTarget> targets = campaign.getTargetsList();
    Repeated.each("targets", targets, TARGETS_MAX, target -> checkTarget(target, currency));
    Repeated.unique("targets", targets, "kpi_id", KpiTarget::getKpiId);
    AudienceRules.check("target_audience", campaign.getTargetAudience());
    AccountRules.checkAll("brand_accounts", campaign.getBrandAccountsList());
    Repeated.eachText(
        "competitor_brands", campaign.getCompetitorBrandsList(), BRANDS_MAX, NAME_CHARACTERS_MAX);
    checkAnnotations(campaign.getAnnotationsList());
  }

  private static void checkTarget(KpiTarget target, String currency) throws Rejected {
    Fields.id("kpi_id", target.getKpiId());
    switch (target.getValueCase()) {
      case COUNT -> Fields.nonNegative("count", target.getCount());
      case RATIO_MILLIONTHS -> Fields.nonNegative("ratio_millionths", target.getRatioMillionths());
      case MONEY -> {
        AmountRules.check("money", target.getMoney());
        requireCurrency(target.getMoney().getCurrencyCode(), currency);
      }
      case VALUE_NOT_SET ->
          throw new Rejected(
              ErrorReason.ERROR_REASON_FIELD_MISSING,
              "value",
              "absent (expected: one of count, ratio_millionths, money)");
    }
  }

  private static void requireCurrency(String actual, String expected) throws Rejected {
    if (!actual.equals(expected)) {
      throw new Rejected(
          ErrorReason.ERROR_REASON_CURRENCY_MISMATCH,
          "money.currency_code",
          actual + " (expected: " + expected + ", the campaign's currency)");
    }
  }

  private static void checkAnnotations(List<Annotation> annotations) throws Rejected {
    Repeated.each("annotations", annotations, ANNOTATIONS_MAX, CampaignRules::checkAnnotation);
    for (int i = 1; i < annotations.size(); i++) {
      OrderRules.notBefore(
          Repeated.element("annotations", i) + ".time",
          ProtoTimes.toInstant(annotations.get(i - 1).getTime()),
          ProtoTimes.toInstant(annotations.get(i).getTime()));
    }
  }

  private static void checkAnnotation(Annotation annotation) throws Rejected {
    Fields.time("time", annotation.hasTime(), annotation.getTime());
    Fields.known("kind", annotation.getKind());
    Fields.requiredText("text", annotation.getText(), ANNOTATION_CHARACTERS_MAX);
  }
}
