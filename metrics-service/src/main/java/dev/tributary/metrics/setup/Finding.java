package dev.tributary.metrics.setup;

import java.util.Comparator;

/**
 * Something that is to be put right.
 *
 * @param collaborationId the collaboration concerned; empty when none
 * @param subjectId the creator, code, link or KPI concerned; empty when none
 * @param message in a sentence
 */
public record Finding(
    FindingCode code, Severity severity, String collaborationId, String subjectId, String message) {
  /** Errors first, then by code and subject. */
  static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::severity)
          .thenComparing(Finding::code)
          .thenComparing(Finding::collaborationId)
          .thenComparing(Finding::subjectId);

  /** Something that makes numbers wrong. */
  static Finding error(FindingCode code, String collaborationId, String subjectId, String message) {
    return new Finding(code, Severity.ERROR, collaborationId, subjectId, message);
  }

  /** The same as something worth a look. */
  Finding asWarning() {
    return new Finding(code, Severity.WARNING, collaborationId, subjectId, message);
  }

  /** The only finding about a campaign that is not there. */
  public static Finding campaignUnknown(String campaignId) {
    return error(
        FindingCode.CAMPAIGN_UNKNOWN,
        "",
        "",
        "The catalogue has no campaign %s.".formatted(campaignId));
  }
}
