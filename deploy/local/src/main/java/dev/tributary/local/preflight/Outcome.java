package dev.tributary.local.preflight;

import dev.tributary.attribution.v1.Credit;
import dev.tributary.attribution.v1.ExplainAttributionResponse;
import dev.tributary.attribution.v1.Owner;
import java.util.List;

/**
 * What became of a test sale.
 *
 * @param kind "code" or "link"
 * @param subject the code, or the link's id
 * @param creatorId who must be credited
 * @param isRight whether exactly that one was, by exactly that
 * @param message the decision in a sentence
 */
public record Outcome(
    String kind, String subject, String creatorId, boolean isRight, String message) {

  /** Judges the explanation of a test sale. */
  static Outcome of(Trial trial, ExplainAttributionResponse explained) {
    List<Credit> credits = explained.getAttribution().getCreditsList();
    return of(trial, credits.size() == 1 && isRight(trial, credits.get(0)), explained.getSummary());
  }

  /** A sale that was not taken. */
  static Outcome refused(Trial trial, String message) {
    return of(trial, false, message);
  }

  private static Outcome of(Trial trial, boolean isRight, String message) {
    return new Outcome(
        trial.codeId().isEmpty() ? "link" : "code",
        trial.subject(),
        trial.collaboration().getCreatorId(),
        isRight,
        message);
  }

  private static boolean isRight(Trial trial, Credit credit) {
    Owner owner = credit.getOwner();
    return owner.getCollaborationId().equals(trial.collaboration().getCollaborationId())
        && owner.getCreatorId().equals(trial.collaboration().getCreatorId())
        && owner.getCampaignId().equals(trial.collaboration().getCampaignId())
        && credit.getCodeId().equals(trial.codeId())
        && credit.getLinkId().equals(trial.linkId());
  }
}
