package dev.tributary.reporting.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tributary.type.v1.Objective;
import java.util.List;
import org.junit.jupiter.api.Test;

class ObjectivePresetTest {
  @Test
  void each_objective_leads_with_its_own_kpis() {
    assertThat(ObjectivePreset.of(Objective.OBJECTIVE_AWARENESS).leading())
        .startsWith("impressions", "reach");
    assertThat(ObjectivePreset.of(Objective.OBJECTIVE_SALES).leading())
        .startsWith("conversions", "revenue", "roas");
    assertThat(ObjectivePreset.of(Objective.OBJECTIVE_CONTENT).leading())
        .startsWith("posts", "engagements");
  }

  @Test
  void a_table_has_one_engagement_rate_and_so_one_denominator() {
    for (Objective objective : Objective.values()) {
      assertThat(
              ObjectivePreset.of(objective).columns().stream().filter(id -> id.startsWith("er_")))
          .hasSizeLessThan(2);
    }
  }

  @Test
  void targets_are_asked_for_too_and_nothing_twice() {
    ObjectivePreset sales = ObjectivePreset.of(Objective.OBJECTIVE_SALES);

    assertThat(sales.kpiIds(List.of("revenue", "saves")))
        .contains("saves", "cost", "posts")
        .doesNotHaveDuplicates()
        .endsWith("saves");
  }
}
