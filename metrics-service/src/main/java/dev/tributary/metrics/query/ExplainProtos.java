package dev.tributary.metrics.query;

import dev.tributary.metrics.explain.Explanation;
import dev.tributary.metrics.explain.Explanation.Input;
import dev.tributary.metrics.explain.Explanation.Part;
import dev.tributary.metrics.kpi.Missing;
import dev.tributary.metrics.v1.ExplainKpiResponse;
import dev.tributary.metrics.v1.ExplainedInput;
import dev.tributary.metrics.v1.ExplainedUnit;
import dev.tributary.metrics.v1.MissingUnit;
import java.util.List;

/** Messages of explanations. */
final class ExplainProtos {
  private static final int LISTED_MAX = 1_000;

  private ExplainProtos() {}

  /** An answer; long lists are cut, and say so. */
  static ExplainKpiResponse toProto(Answer<Explanation> answer) {
    Explanation explanation = answer.content();
    String kpiId = explanation.definition().id();
    return ExplainKpiResponse.newBuilder()
        .setDefinition(DefinitionProtos.toProto(explanation.definition()))
        .setValue(MeasuredProtos.toProto(kpiId, explanation.value()))
        .setComputation(explanation.computation())
        .addAllInputs(explanation.inputs().stream().map(ExplainProtos::input).toList())
        .addAllUnits(
            explanation.units().stream()
                .limit(LISTED_MAX)
                .map(unit -> unit(explanation.inputs(), unit))
                .toList())
        .addAllMissing(
            explanation.missing().stream().limit(LISTED_MAX).map(ExplainProtos::missing).toList())
        .setCut(
            explanation.units().size() > LISTED_MAX || explanation.missing().size() > LISTED_MAX)
        .addAllAsOf(answer.asOf())
        .build();
  }

  private static ExplainedInput input(Input input) {
    String id = input.measure().id();
    return ExplainedInput.newBuilder()
        .setMeasure(id)
        .setValue(MeasuredProtos.toProto(id, input.value()))
        .build();
  }

  private static ExplainedUnit unit(List<Input> inputs, Part unit) {
    ExplainedUnit.Builder message =
        ExplainedUnit.newBuilder().setUnitId(unit.unitId()).addAllSourceSystems(unit.systems());
    for (int i = 0; i < inputs.size(); i++) {
      message.addValues(MeasuredProtos.toProto(inputs.get(i).measure().id(), unit.values().get(i)));
    }
    return message.build();
  }

  private static MissingUnit missing(Missing missing) {
    return MissingUnit.newBuilder()
        .setUnitId(missing.unitId())
        .setMeasure(missing.measure().id())
        .setReason(missing.gap().reason())
        .build();
  }
}
