package dev.tributary.metrics.setup;

import static dev.tributary.metrics.setup.Finding.error;

import dev.tributary.metrics.goal.Goal;
import dev.tributary.metrics.goal.Target;
import dev.tributary.metrics.kpi.Figure;
import dev.tributary.metrics.kpi.KpiCatalogue;
import dev.tributary.metrics.kpi.KpiDefinition;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds what is wrong with the targets of a campaign, and what they need. */
final class GoalChecks {
  private static final List<String> NEED_ACCOUNTS =
      List.of("follower_growth", "follower_growth_rate");

  private GoalChecks() {}

  static Stream<Finding> of(Goal goal) {
    return Stream.of(targets(goal), accounts(goal)).flatMap(findings -> findings);
  }

  private static Stream<Finding> targets(Goal goal) {
    return goal.targets().isEmpty()
        ? Stream.of(
            error(FindingCode.TARGETS_MISSING, "", "", "The campaign has no target for any KPI."))
        : goal.targets().stream().flatMap(GoalChecks::target);
  }

  private static Stream<Finding> target(Target target) {
    Optional<KpiDefinition> kpi = KpiCatalogue.find(target.kpiId());
    if (kpi.isEmpty()) {
      return Stream.of(
          error(
              FindingCode.TARGET_KPI_UNKNOWN,
              "",
              target.kpiId(),
              "A target is set for %s, which is no KPI.".formatted(target.kpiId())));
    }
    return kpi.filter(known -> !isInUnitOf(known, target.figure())).stream()
        .map(
            known ->
                error(
                    FindingCode.TARGET_UNIT,
                    "",
                    known.id(),
                    "The target for %s is %s.".formatted(known.displayName(), wanted(known))));
  }

  private static boolean isInUnitOf(KpiDefinition kpi, Figure figure) {
    return switch (kpi.unit()) {
      case COUNT -> figure instanceof Figure.Count;
      case PERCENT, MULTIPLE -> figure instanceof Figure.Ratio;
      case MONEY, UNIT_MONEY -> figure instanceof Figure.Amount;
    };
  }

  private static String wanted(KpiDefinition kpi) {
    return switch (kpi.unit()) {
      case COUNT -> "no count";
      case PERCENT, MULTIPLE -> "no ratio";
      case MONEY, UNIT_MONEY -> "no amount of money";
    };
  }

  private static Stream<Finding> accounts(Goal goal) {
    boolean isNeeded = !Collections.disjoint(goal.kpiIds(), NEED_ACCOUNTS);
    return isNeeded && goal.campaign().brandAccounts().isEmpty()
        ? Stream.of(
            error(
                FindingCode.BRAND_ACCOUNT_MISSING,
                "",
                "",
                "Follower growth is asked for, and the campaign names no account of the brand."))
        : Stream.empty();
  }
}
