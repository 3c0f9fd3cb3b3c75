package dev.tributary.ingestion.catalog;

import static dev.tributary.ingestion.testing.CatalogSamples.aCampaign;
import static dev.tributary.ingestion.testing.CatalogSamples.anAccount;
import static dev.tributary.ingestion.testing.CatalogSamples.anAnnotation;
import static dev.tributary.ingestion.testing.CatalogSamples.euros;
import static dev.tributary.type.v1.ErrorReason.ERROR_REASON_CURRENCY_MISMATCH;
import static dev.tributary.type.v1.ErrorReason.ERROR_REASON_CURRENCY_UNKNOWN;
import static dev.tributary.type.v1.ErrorReason.ERROR_REASON_FIELD_MALFORMED;
import static dev.tributary.type.v1.ErrorReason.ERROR_REASON_FIELD_MISSING;
import static dev.tributary.type.v1.ErrorReason.ERROR_REASON_OUT_OF_RANGE;
import static dev.tributary.type.v1.ErrorReason.ERROR_REASON_TIME_ORDER;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.tributary.ingestion.testing.RuleCase;
import dev.tributary.ingestion.v1.Campaign;
import dev.tributary.ingestion.v1.KpiTarget;
import dev.tributary.type.v1.ErrorReason;
import dev.tributary.type.v1.Money;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class CampaignRulesTest {
  @Test
  void a_campaign_with_every_field_passes() {
    assertThatCode(() -> CampaignRules.check(aCampaign("spring").build()))
        .doesNotThrowAnyException();
  }

  @Test
  void only_name_objective_dates_zone_and_currency_are_needed() {
    Campaign bare =
        aCampaign("spring")
            .clearBudgetMinor()
            .clearTargets()
            .clearTargetAudience()
            .clearBrandAccounts()
            .clearCompetitorBrands()
            .clearAnnotations()
            .build();
    assertThatCode(() -> CampaignRules.check(bare)).doesNotThrowAnyException();
  }

  @Test
  void a_campaign_may_last_one_day() {
    Campaign oneDay = aCampaign("spring").setEndDate("2026-03-01").build();
    assertThatCode(() -> CampaignRules.check(oneDay)).doesNotThrowAnyException();
  }

  @TestFactory
  Stream<DynamicTest> the_campaign_itself_is_refused_with() {
    return refused(
        List.of(
            fault(
                "no id",
                Campaign.Builder::clearCampaignId,
                ERROR_REASON_FIELD_MISSING,
                "campaign_id"),
            fault(
                "an id of other characters",
                c -> c.setCampaignId("a b"),
                ERROR_REASON_FIELD_MALFORMED,
                "campaign_id"),
            fault(
                "an id that is too long",
                c -> c.setCampaignId("a".repeat(65)),
                ERROR_REASON_FIELD_MALFORMED,
                "campaign_id"),
            fault(
                "no name",
                Campaign.Builder::clearDisplayName,
                ERROR_REASON_FIELD_MISSING,
                "display_name"),
            fault(
                "a name of 201 characters",
                c -> c.setDisplayName("a".repeat(201)),
                ERROR_REASON_FIELD_MALFORMED,
                "display_name"),
            fault(
                "U+0000 in its name",
                c -> c.setDisplayName("a\0b"),
                ERROR_REASON_FIELD_MALFORMED,
                "display_name"),
            fault(
                "no objective",
                Campaign.Builder::clearObjective,
                ERROR_REASON_FIELD_MISSING,
                "objective"),
            fault(
                "an unknown objective",
                c -> c.setObjectiveValue(99),
                ERROR_REASON_FIELD_MALFORMED,
                "objective"),
            fault(
                "no start",
                Campaign.Builder::clearStartDate,
                ERROR_REASON_FIELD_MISSING,
                "start_date"),
            fault(
                "a start that is no date",
                c -> c.setStartDate("1 March"),
                ERROR_REASON_FIELD_MALFORMED,
                "start_date"),
            fault(
                "a day that does not exist",
                c -> c.setEndDate("2026-02-30"),
                ERROR_REASON_FIELD_MALFORMED,
                "end_date"),
            fault(
                "an end before its start",
                c -> c.setEndDate("2026-02-28"),
                ERROR_REASON_TIME_ORDER,
                "end_date"),
            fault(
                "a zone that does not exist",
                c -> c.setTimeZone("Europe/Atlantis"),
                ERROR_REASON_FIELD_MALFORMED,
                "time_zone"),
            fault(
                "no zone",
                Campaign.Builder::clearTimeZone,
                ERROR_REASON_FIELD_MISSING,
                "time_zone"),
            fault(
                "an unknown currency",
                c -> c.setCurrencyCode("EUX"),
                ERROR_REASON_CURRENCY_UNKNOWN,
                "currency_code"),
            fault(
                "a currency in lower case",
                c -> c.setCurrencyCode("eur"),
                ERROR_REASON_CURRENCY_UNKNOWN,
                "currency_code"),
            fault(
                "a negative budget",
                c -> c.setBudgetMinor(-1),
                ERROR_REASON_OUT_OF_RANGE,
                "budget_minor")));
  }

  @TestFactory
  Stream<DynamicTest> targets_are_refused_with() {
    return refused(
        List.of(
            fault(
                "no KPI",
                c -> c.getTargetsBuilder(2).clearKpiId(),
                ERROR_REASON_FIELD_MISSING,
                "targets[2].kpi_id"),
            fault(
                "no value",
                c -> c.getTargetsBuilder(1).clearValue(),
                ERROR_REASON_FIELD_MISSING,
                "targets[1].value"),
            fault(
                "a negative count",
                c -> c.getTargetsBuilder(2).setCount(-1),
                ERROR_REASON_OUT_OF_RANGE,
                "targets[2].count"),
            fault(
                "a negative ratio",
                c -> c.getTargetsBuilder(0).setRatioMillionths(-1),
                ERROR_REASON_OUT_OF_RANGE,
                "targets[0].ratio_millionths"),
            fault(
                "a negative amount",
                c -> c.getTargetsBuilder(1).setMoney(euros(-1)),
                ERROR_REASON_OUT_OF_RANGE,
                "targets[1].money.minor_units"),
            fault(
                "an unknown currency",
                c -> c.getTargetsBuilder(1).setMoney(money("EUX")),
                ERROR_REASON_CURRENCY_UNKNOWN,
                "targets[1].money.currency_code"),
            fault(
                "another currency than the campaign's",
                c -> c.getTargetsBuilder(1).setMoney(money("SEK")),
                ERROR_REASON_CURRENCY_MISMATCH,
                "targets[1].money.currency_code"),
            fault(
                "the same KPI twice",
                c -> c.getTargetsBuilder(2).setKpiId("roas"),
                ERROR_REASON_FIELD_MALFORMED,
                "targets[2].kpi_id"),
            fault(
                "51 of them",
                CampaignRulesTest::with51Targets,
                ERROR_REASON_OUT_OF_RANGE,
                "targets")));
  }

  @TestFactory
  Stream<DynamicTest> lists_are_refused_with() {
    return refused(
        List.of(
            fault(
                "a country in lower case",
                c -> c.getTargetAudienceBuilder().addCountries("se"),
                ERROR_REASON_FIELD_MALFORMED,
                "target_audience.countries[1]"),
            fault(
                "a country that does not exist",
                c -> c.getTargetAudienceBuilder().addCountries("UK"),
                ERROR_REASON_FIELD_MALFORMED,
                "target_audience.countries[1]"),
            fault(
                "251 countries",
                c -> c.getTargetAudienceBuilder().addAllCountries(Collections.nCopies(250, "SE")),
                ERROR_REASON_OUT_OF_RANGE,
                "target_audience.countries"),
            fault(
                "an empty age group",
                c -> c.getTargetAudienceBuilder().addAgeGroups(""),
                ERROR_REASON_FIELD_MISSING,
                "target_audience.age_groups[1]"),
            fault(
                "11 genders",
                c -> c.getTargetAudienceBuilder().addAllGenders(Collections.nCopies(10, "x")),
                ERROR_REASON_OUT_OF_RANGE,
                "target_audience.genders"),
            fault(
                "an account without platform",
                c -> c.getBrandAccountsBuilder(0).clearPlatform(),
                ERROR_REASON_FIELD_MISSING,
                "brand_accounts[0].platform"),
            fault(
                "an account with @",
                c -> c.getBrandAccountsBuilder(0).setHandle("@glow"),
                ERROR_REASON_FIELD_MALFORMED,
                "brand_accounts[0].handle"),
            fault(
                "an account twice",
                c -> c.addBrandAccounts(anAccount("glowbrand")),
                ERROR_REASON_FIELD_MALFORMED,
                "brand_accounts[1].handle"),
            fault(
                "an empty brand",
                c -> c.addCompetitorBrands(""),
                ERROR_REASON_FIELD_MISSING,
                "competitor_brands[1]"),
            fault(
                "51 brands",
                c -> c.addAllCompetitorBrands(Collections.nCopies(50, "x")),
                ERROR_REASON_OUT_OF_RANGE,
                "competitor_brands"),
            fault(
                "an annotation without time",
                c -> c.getAnnotationsBuilder(1).clearTime(),
                ERROR_REASON_FIELD_MISSING,
                "annotations[1].time"),
            fault(
                "an annotation without kind",
                c -> c.getAnnotationsBuilder(1).clearKind(),
                ERROR_REASON_FIELD_MISSING,
                "annotations[1].kind"),
            fault(
                "an annotation without text",
                c -> c.getAnnotationsBuilder(1).clearText(),
                ERROR_REASON_FIELD_MISSING,
                "annotations[1].text"),
            fault(
                "annotations out of order",
                c -> c.addAnnotations(anAnnotation("2026-03-01T08:00:00Z")),
                ERROR_REASON_TIME_ORDER,
                "annotations[2].time"),
            fault(
                "201 annotations",
                c ->
                    c.addAllAnnotations(
                        Collections.nCopies(199, anAnnotation("2026-03-06T00:00:00Z"))),
                ERROR_REASON_OUT_OF_RANGE,
                "annotations")));
  }

  private static void with51Targets(Campaign.Builder campaign) {
    for (int i = campaign.getTargetsCount(); i < 51; i++) {
      campaign.addTargets(KpiTarget.newBuilder().setKpiId("kpi-" + i).setCount(1));
    }
  }

  private static Money money(String currency) {
    return Money.newBuilder().setCurrencyCode(currency).setMinorUnits(1).build();
  }

  private static Stream<DynamicTest> refused(List<RuleCase<Campaign.Builder>> cases) {
    return RuleCase.tests(() -> aCampaign("spring"), CampaignRules::check, cases.stream());
  }

  private static RuleCase<Campaign.Builder> fault(
      String what, Consumer<Campaign.Builder> fault, ErrorReason reason, String field) {
    return new RuleCase<>(what, fault, reason, field);
  }
}
