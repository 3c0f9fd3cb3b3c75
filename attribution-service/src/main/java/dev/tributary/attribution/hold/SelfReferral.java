package dev.tributary.attribution.hold;

import dev.tributary.attribution.storefront.HoldSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds creators that are credited for what they bought themselves. The buyer is compared with all
 * names of the creator that the brand has put: customer, visitor, and e-mail addresses of account
 * and payment.
 */
final class SelfReferral {
  private SelfReferral() {}

  static List<HoldEvidence> evidence(HoldFacts facts, HoldSettings settings) {
    if (settings.selfPurchasesAllowed()) {
      return List.of();
    }
    return facts.creators().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .flatMap(creator -> evidence(creator.getKey(), creator.getValue(), facts.buyer()).stream())
        .toList();
  }

  private static Optional<HoldEvidence> evidence(
      String creatorId, Set<Identity> creator, Set<Identity> buyer) {
    List<IdentityKind> matches =
        buyer.stream().filter(creator::contains).map(Identity::kind).distinct().sorted().toList();
    if (matches.isEmpty()) {
      return Optional.empty();
    }
    String summary =
        "The buyer is creator %s, who is credited: the same %s."
            .formatted(
                creatorId,
                matches.stream().map(IdentityKind::words).collect(Collectors.joining(" and ")));
    return Optional.of(
        new HoldEvidence(
            summary, creatorId, matches, "", Duration.ZERO, Duration.ZERO, Optional.empty(), ""));
  }
}
