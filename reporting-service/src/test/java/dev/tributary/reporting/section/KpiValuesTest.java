package dev.tributary.reporting.section;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.metrics.v1.GroupKey;
import dev.tributary.reporting.figure.Values;
import dev.tributary.reporting.peer.CampaignAnswers;
import dev.tributary.reporting.peer.KpiAnswer;
import dev.tributary.reporting.sample.SampleCampaign;
import dev.tributary.type.v1.MeasuredValue;
import dev.tributary.type.v1.Objective;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KpiValuesTest {
  private static final CampaignAnswers ANSWERS = SampleCampaign.answers();

  @Test
  void a_creator_on_two_platforms_has_what_the_engine_would_answer_for_both_together() {
    KpiValues kpis = new KpiValues(ANSWERS.definitions(), ANSWERS.kpis());

    List<KpiGroup> creators = kpis.by(GroupKey::getCreatorId);

    assertThat(creators).hasSize(14);
    for (KpiGroup creator : creators) {
      for (String kpiId : ANSWERS.kpis().kpiIds()) {
        MeasuredValue direct = SampleCampaign.ofCreator(creator.key(), kpiId);
        assertThat(number(creator.value(kpiId)))
            .as("%s of %s", kpiId, creator.key())
            .isEqualTo(number(direct));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"OBJECTIVE_AWARENESS", "OBJECTIVE_SALES", "OBJECTIVE_CONTENT"})
  void the_rows_add_up_to_the_total_of_the_same_answer(Objective objective) {
    CampaignAnswers answers = SampleCampaign.answers(objective);
    KpiValues given = new KpiValues(answers.definitions(), answers.kpis());
    KpiValues addedUp = new KpiValues(answers.definitions(), withoutTotal(answers.kpis()));

    for (String kpiId : answers.kpis().kpiIds()) {
      assertThat(number(addedUp.total(kpiId).orElseThrow()))
          .as(kpiId)
          .isEqualTo(number(given.total(kpiId).orElseThrow()));
    }
  }

  @Test
  void a_kpi_that_was_not_answered_is_left_out() {
    KpiValues kpis = new KpiValues(ANSWERS.definitions(), ANSWERS.kpis());

    assertThat(kpis.total("emv")).isEmpty();
    assertThat(kpis.among(List.of("emv", "revenue"))).hasSize(1);
  }

  /** The number and its coverage; a ratio in lowest terms is the same number. */
  private static MeasuredValue number(MeasuredValue value) {
    MeasuredValue.Builder bare =
        value.toBuilder().clearReason().clearProvenance().clearDefinitionIds();
    if (!Values.hasNumber(value)) {
      bare.clearCoverage();
    }
    return bare.build();
  }

  private static KpiAnswer withoutTotal(KpiAnswer answer) {
    return new KpiAnswer(
        answer.kpiIds(),
        answer.rows(),
        Optional.empty(),
        answer.revenueBase(),
        answer.currencyCode(),
        answer.asOf());
  }
}
