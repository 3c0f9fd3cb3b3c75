package dev.tributary.metrics.setup;

import static dev.tributary.metrics.setup.Finding.error;

import dev.tributary.metrics.goal.Goal;
import dev.tributary.metrics.goal.Objective;
import dev.tributary.metrics.setup.HandedOut.Kind;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Finds what a campaign lacks. */
public final class SetupChecks {
  private SetupChecks() {}

  /**
   * Everything found, errors first.
   *
   * @param now decides whether the campaign is over
   */
  public static List<Finding> of(Setup setup, Instant now) {
    return Stream.of(
            ended(setup.goal(), now),
            GoalChecks.of(setup.goal()),
            collaborations(setup),
            OwnerChecks.of(setup))
        .flatMap(findings -> findings)
        .sorted(Finding.ORDER)
        .toList();
  }

  private static Stream<Finding> ended(Goal goal, Instant now) {
    return now.isBefore(goal.end())
        ? Stream.empty()
        : Stream.of(
            error(
                    FindingCode.CAMPAIGN_ENDED,
                    "",
                    "",
                    "The campaign's last day, %s, is over.".formatted(goal.campaign().endDate()))
                .asWarning());
  }

  private static Stream<Finding> collaborations(Setup setup) {
    return setup.planned().isEmpty()
        ? Stream.of(
            error(
                FindingCode.COLLABORATIONS_MISSING,
                "",
                "",
                "No creator has agreed to a collaboration in the campaign."))
        : setup.planned().stream().flatMap(collaboration -> of(setup, collaboration));
  }

  private static Stream<Finding> of(Setup setup, Planned collaboration) {
    Stream<Finding> handedOut =
        Stream.concat(codes(setup, collaboration), links(setup, collaboration))
            .map(
                finding ->
                    setup.goal().objective() == Objective.SALES ? finding : finding.asWarning());
    return Stream.of(creator(collaboration), handedOut, cost(collaboration))
        .flatMap(findings -> findings);
  }

  private static Stream<Finding> creator(Planned collaboration) {
    return collaboration.isCreatorKnown()
        ? Stream.empty()
        : Stream.of(
            error(
                FindingCode.CREATOR_UNKNOWN,
                collaboration.collaborationId(),
                collaboration.creatorId(),
                "The collaboration %s names the creator %s, whom the catalogue does not have."
                    .formatted(collaboration.collaborationId(), collaboration.creatorId())));
  }

  private static Stream<Finding> codes(Setup setup, Planned collaboration) {
    List<HandedOut> codes = setup.of(collaboration, Kind.CODE);
    Goal goal = setup.goal();
    if (codes.isEmpty()) {
      return missing(FindingCode.CODE_MISSING, collaboration, "promo code");
    }
    return codes.stream().anyMatch(code -> code.isUsableIn(goal.start(), goal.end()))
        ? Stream.empty()
        : Stream.of(
            error(
                FindingCode.CODE_UNUSABLE,
                collaboration.collaborationId(),
                codes.get(0).id(),
                "No promo code of the collaboration %s can be used during the campaign."
                    .formatted(collaboration.collaborationId())));
  }

  private static Stream<Finding> links(Setup setup, Planned collaboration) {
    return setup.of(collaboration, Kind.LINK).isEmpty()
        ? missing(FindingCode.LINK_MISSING, collaboration, "link")
        : Stream.empty();
  }

  private static Stream<Finding> cost(Planned collaboration) {
    return collaboration.hasCost()
        ? Stream.empty()
        : missing(FindingCode.COST_MISSING, collaboration, "cost");
  }

  private static Stream<Finding> missing(FindingCode code, Planned collaboration, String what) {
    return Stream.of(
        error(
            code,
            collaboration.collaborationId(),
            "",
            "The collaboration %s has no %s.".formatted(collaboration.collaborationId(), what)));
  }
}
