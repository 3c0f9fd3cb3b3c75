package dev.tributary.metrics.kpi;

/** What a formula comes to: a figure, or the reason why there is none. */
public sealed interface Outcome permits Figure, Outcome.None {

  /**
   * No figure.
   *
   * @param state what kind of absence
   * @param reason why, in words without a full stop
   */
  record None(ValueState state, String reason) implements Outcome {}
}
