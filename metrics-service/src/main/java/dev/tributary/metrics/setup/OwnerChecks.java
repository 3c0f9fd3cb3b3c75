package dev.tributary.metrics.setup;

import static dev.tributary.metrics.setup.Finding.error;

import java.util.Optional;
import java.util.stream.Stream;

/** Finds codes and links that would credit somebody else than the catalogue knows. */
final class OwnerChecks {
  private OwnerChecks() {}

  static Stream<Finding> of(Setup setup) {
    return setup.handedOut().stream().flatMap(one -> of(one).stream());
  }

  private static Optional<Finding> of(HandedOut one) {
    if (one.catalogued().isEmpty()) {
      return Optional.of(
          error(
              FindingCode.OWNER_UNKNOWN,
              one.collaborationId(),
              one.id(),
              "The %s %s belongs to the collaboration %s, which the catalogue does not have."
                  .formatted(one.kind().word(), one.id(), one.collaborationId())));
    }
    return one.catalogued()
        .filter(owner -> !isSame(one, owner))
        .map(
            owner ->
                error(
                    FindingCode.OWNER_MISMATCH,
                    one.collaborationId(),
                    one.id(),
                    "The %s %s credits the creator %s in the campaign %s; its collaboration %s is of %s in %s."
                        .formatted(
                            one.kind().word(),
                            one.id(),
                            one.creatorId(),
                            one.campaignId(),
                            one.collaborationId(),
                            owner.creatorId(),
                            owner.campaignId())));
  }

  private static boolean isSame(HandedOut one, HandedOut.Catalogued owner) {
    return owner.creatorId().equals(one.creatorId()) && owner.campaignId().equals(one.campaignId());
  }
}
