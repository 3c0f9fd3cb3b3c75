package dev.tributary.local.demo;

import dev.tributary.attribution.v1.Candidate;
import dev.tributary.attribution.v1.CandidateDecision;
import dev.tributary.attribution.v1.Conversion;
import dev.tributary.attribution.v1.ExplainAttributionRequest;
import dev.tributary.attribution.v1.ExplainAttributionResponse;
import dev.tributary.local.client.Peers;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An order that two creators could argue about: one has the code, another the last click.
 *
 * @param order as sent
 * @param explanation as the service explains it
 */
record ArguedOrder(Conversion order, ExplainAttributionResponse explanation) {
  /** Looks for one among the orders that were sent with a code and a visitor. */
  static Optional<ArguedOrder> among(List<Conversion> orders, Peers peers) {
    return orders.stream()
        .filter(order -> order.getCodesCount() > 0 && !order.getVisitorId().isEmpty())
        .map(order -> new ArguedOrder(order, explain(order, peers)))
        .filter(ArguedOrder::isArgued)
        .findFirst();
  }

  /** Says who won, and what the loser had. */
  void print(PrintStream out) {
    out.printf(
        "%nARGUED  ·  order %s: one creator has the code, another the last click%n  %s%n",
        order.getOrderId(), explanation.getSummary());
    explanation.getCandidatesList().stream()
        .filter(
            candidate ->
                candidate.getDecision() == CandidateDecision.CANDIDATE_DECISION_CODE_WINS
                    && candidate.hasOwner())
        .findFirst()
        .ifPresent(
            loser ->
                out.printf(
                    "  %s's link %s was followed %,d minutes before: %s%n",
                    loser.getOwner().getCreatorId(),
                    loser.getLinkId(),
                    loser.getSecondsBefore() / 60,
                    loser.getMessage()));
  }

  private static ExplainAttributionResponse explain(Conversion order, Peers peers) {
    return peers
        .conversions()
        .explainAttribution(
            ExplainAttributionRequest.newBuilder()
                .setStorefrontId(order.getStorefrontId())
                .setType(order.getType())
                .setOrderId(order.getOrderId())
                .build());
  }

  private boolean isArgued() {
    return !creators(CandidateDecision.CANDIDATE_DECISION_CHOSEN).isEmpty()
        && creators(CandidateDecision.CANDIDATE_DECISION_CODE_WINS).stream()
            .anyMatch(
                other -> !creators(CandidateDecision.CANDIDATE_DECISION_CHOSEN).contains(other));
  }

  private Set<String> creators(CandidateDecision decision) {
    return explanation.getCandidatesList().stream()
        .filter(candidate -> candidate.getDecision() == decision && candidate.hasOwner())
        .map(Candidate::getOwner)
        .map(owner -> owner.getCreatorId())
        .collect(Collectors.toSet());
  }
}
