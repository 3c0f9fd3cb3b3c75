package dev.tributary.metrics.setup;

import dev.tributary.metrics.goal.Goal;
import java.util.List;

/**
 * Everything that is set up for a campaign.
 *
 * @param goal the campaign
 * @param planned its collaborations that were agreed
 * @param handedOut codes and links that name the campaign or one of its collaborations
 */
public record Setup(Goal goal, List<Planned> planned, List<HandedOut> handedOut) {
  /** Keeps the lists unchangeable. */
  public Setup {
    planned = List.copyOf(planned);
    handedOut = List.copyOf(handedOut);
  }

  /** Codes or links of a collaboration. */
  List<HandedOut> of(Planned collaboration, HandedOut.Kind kind) {
    return handedOut.stream()
        .filter(one -> one.kind() == kind)
        .filter(one -> one.collaborationId().equals(collaboration.collaborationId()))
        .toList();
  }
}
