package dev.tributary.attribution.hold;

import dev.tributary.attribution.identity.LinkedName;
import dev.tributary.attribution.storefront.HoldSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds creators that are credited for what they bought themselves. The buyer is compared with all
 * names of the creator that the brand has put: customer, visitor, and e-mail addresses of account
 * and payment. The buyer's names are those that the order has and those that identity links tell of
 * its person, which is the person whose touches the order is credited by.
 */
final class SelfReferral {
  private SelfReferral() {}

  static List<HoldEvidence> evidence(HoldFacts facts, HoldSettings settings) {
    if (settings.selfPurchasesAllowed()) {
      return List.of();
    }
    return facts.creators().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .flatMap(creator -> evidence(creator.getKey(), creator.getValue(), facts).stream())
        .toList();
  }

  private static Optional<HoldEvidence> evidence(
      String creatorId, Set<Identity> creator, HoldFacts facts) {
    List<IdentityKind> named = kinds(facts.buyer().stream().filter(creator::contains));
    List<LinkedName> linked =
        facts.linked().stream()
            .filter(name -> creator.contains(identity(name)))
            .filter(name -> !facts.buyer().contains(identity(name)))
            .toList();
    if (named.isEmpty() && linked.isEmpty()) {
      return Optional.empty();
    }
    List<IdentityKind> linkedKinds = kinds(linked.stream().map(SelfReferral::identity));
    List<String> linkIds =
        linked.stream().flatMap(name -> name.linkIds().stream()).distinct().sorted().toList();
    return Optional.of(
        new HoldEvidence(
            summary(creatorId, named, linkedKinds, linkIds),
            creatorId,
            Stream.concat(named.stream(), linkedKinds.stream()).distinct().sorted().toList(),
            "",
            Duration.ZERO,
            Duration.ZERO,
            Optional.empty(),
            "",
            linkIds));
  }

  private static String summary(
      String creatorId, List<IdentityKind> named, List<IdentityKind> linked, List<String> linkIds) {
    List<String> reasons = new ArrayList<>();
    if (!named.isEmpty()) {
      reasons.add("the same " + words(named));
    }
    if (!linked.isEmpty()) {
      reasons.add(
          "the same %s by identity link%s %s"
              .formatted(
                  words(linked), linkIds.size() == 1 ? "" : "s", String.join(" and ", linkIds)));
    }
    return "The buyer is creator %s, who is credited: %s."
        .formatted(creatorId, String.join(", and ", reasons));
  }

  private static String words(List<IdentityKind> kinds) {
    return kinds.stream().map(IdentityKind::words).collect(Collectors.joining(" and "));
  }

  private static List<IdentityKind> kinds(Stream<Identity> identities) {
    return identities.map(Identity::kind).distinct().sorted().toList();
  }

  private static Identity identity(LinkedName name) {
    return new Identity(IdentityKind.of(name.kind()), name.key());
  }
}
