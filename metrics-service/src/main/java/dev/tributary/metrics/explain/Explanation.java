package dev.tributary.metrics.explain;

import dev.tributary.metrics.kpi.KpiDefinition;
import dev.tributary.metrics.kpi.Measured;
import dev.tributary.metrics.kpi.Missing;
import dev.tributary.metrics.measure.Measure;
import java.util.List;

/**
 * One number opened.
 *
 * @param definition how it is computed
 * @param value the number
 * @param computation the formula with its figures
 * @param inputs each input over the units behind the number
 * @param units those units, largest first
 * @param missing what units lack, by unit
 */
public record Explanation(
    KpiDefinition definition,
    Measured value,
    String computation,
    List<Input> inputs,
    List<Part> units,
    List<Missing> missing) {

  /** Keeps the lists unchangeable. */
  public Explanation {
    inputs = List.copyOf(inputs);
    units = List.copyOf(units);
    missing = List.copyOf(missing);
  }

  /**
   * One input.
   *
   * @param measure the base measure
   * @param value its value over the units behind the number
   */
  public record Input(Measure measure, Measured value) {}

  /**
   * One unit behind the number.
   *
   * @param unitId its id
   * @param values its inputs, in the order of inputs
   * @param systems systems they come from, in alphabetical order
   */
  public record Part(String unitId, List<Measured> values, List<String> systems) {
    /** Keeps the lists unchangeable. */
    public Part {
      values = List.copyOf(values);
      systems = List.copyOf(systems);
    }
  }
}
