package dev.tributary.attribution.hold;

import dev.tributary.attribution.storefront.HoldSettings;
import java.util.List;

/**
 * The rules that look at orders by themselves, as a table: a row per rule. The version rises
 * whenever a rule changes what it finds, so that each hold tells by which rules it was placed, and
 * earlier orders can be judged again by newer ones.
 *
 * @param version from 1
 * @param checks what each rule looks for, in the order of their holds
 */
record HoldRules(int version, List<Row> checks) {
  /** The rules of now. */
  static final HoldRules CURRENT =
      new HoldRules(
          2,
          List.of(
              new Row(HoldRule.SELF_REFERRAL, SelfReferral::evidence),
              new Row(HoldRule.IMPOSSIBLE_TIME, ImpossibleTime::evidence)));

  /** Keeps its own copy; refuses rules of persons with {@link IllegalArgumentException}. */
  HoldRules {
    checks = List.copyOf(checks);
    if (!checks.stream().allMatch(row -> row.rule.isAutomatic())) {
      throw new IllegalArgumentException("rules: " + checks + " (expected: automatic ones)");
    }
  }

  /** Everything that is found about an order. */
  List<Finding> findings(HoldFacts facts, HoldSettings settings) {
    return checks.stream()
        .flatMap(
            row ->
                row.check.evidence(facts, settings).stream()
                    .map(evidence -> new Finding(row.rule, evidence)))
        .toList();
  }

  /**
   * A row of the table.
   *
   * @param rule which rule
   * @param check what it looks for
   */
  record Row(HoldRule rule, Check check) {}

  /** Looks for reasons to hold an order. */
  @FunctionalInterface
  interface Check {
    /** The evidence, one for each reason; nothing for an order that is fine. */
    List<HoldEvidence> evidence(HoldFacts facts, HoldSettings settings);
  }
}
