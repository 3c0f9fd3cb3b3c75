package dev.tributary.attribution.hold;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a rule saw. Ids that do not apply are empty texts.
 *
 * @param summary all of it in a sentence
 * @param creatorId the creator that bought
 * @param matches by what the buyer is known to be the creator
 * @param touchId the credited touch
 * @param before how long before the order the touch was
 * @param minBefore the shortest time that is believed
 * @param checkoutStart when the checkout began, if the touch came after it
 * @param codeId the code
 * @param linkIds the identity links that tell the matching names which the order does not have
 */
public record HoldEvidence(
    String summary,
    String creatorId,
    List<IdentityKind> matches,
    String touchId,
    Duration before,
    Duration minBefore,
    Optional<Instant> checkoutStart,
    String codeId,
    List<String> linkIds) {
  /** Keeps its own copies. */
  public HoldEvidence {
    matches = List.copyOf(matches);
    linkIds = List.copyOf(linkIds);
  }

  /** What a person said. */
  public static HoldEvidence said(String summary) {
    return ofCode(summary, "");
  }

  /** What a person said about the uses of a code. */
  public static HoldEvidence ofCode(String summary, String codeId) {
    return new HoldEvidence(
        summary,
        "",
        List.of(),
        "",
        Duration.ZERO,
        Duration.ZERO,
        Optional.empty(),
        codeId,
        List.of());
  }

  /** What it is about; two with the same are the same reason, whatever their figures. */
  Subject subject() {
    return new Subject(creatorId, touchId, codeId);
  }

  /**
   * What evidence is about.
   *
   * @param creatorId the creator
   * @param touchId the touch
   * @param codeId the code
   */
  record Subject(String creatorId, String touchId, String codeId) {}
}
