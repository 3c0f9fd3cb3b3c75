package dev.tributary.local.preflight;

import dev.tributary.attribution.v1.Credit;
import dev.tributary.attribution.v1.ExplainAttributionResponse;
import dev.tributary.attribution.v1.Owner;
import dev.tributary.attribution.v1.PromoCode;
import dev.tributary.ingestion.v1.Collaboration;
import dev.tributary.runtime.api.ProtoTimes;
import java.util.List;

/**
 * What became of a test sale.
 *
 * @param kind "code" or "link"
 * @param subject the code, or the link's id
 * @param creatorId who must be credited
 * @param result whether exactly that one was, by exactly that
 * @param message the decision in a sentence
 */
public record Outcome(
    String kind, String subject, String creatorId, Result result, String message) {
  /** What a test sale showed. */
  public enum Result {
    /** The credit is where it belongs. */
    RIGHT,
    /** It is not. */
    WRONG,
    /** The code is not valid now, so there was no sale. */
    NOT_TESTED
  }

  /** Judges the explanation of a test sale. */
  static Outcome of(Trial trial, ExplainAttributionResponse explained) {
    List<Credit> credits = explained.getAttribution().getCreditsList();
    return of(trial, credits.size() == 1 && isRight(trial, credits.get(0)), explained.getSummary());
  }

  /** A sale that was not taken. */
  static Outcome refused(Trial trial, String message) {
    return of(trial, false, message);
  }

  /** A code that can be used later, earlier or not at all. */
  static Outcome notTested(Collaboration collaboration, PromoCode code) {
    return new Outcome(
        "code",
        code.getCode(),
        collaboration.getCreatorId(),
        Result.NOT_TESTED,
        code.getDisabled() ? "disabled" : "valid " + validity(code));
  }

  private static String validity(PromoCode code) {
    String start =
        code.hasStartTime() ? "from " + ProtoTimes.toInstant(code.getStartTime()) + " " : "";
    String end = code.hasEndTime() ? "until " + ProtoTimes.toInstant(code.getEndTime()) : "";
    return (start + end).strip();
  }

  private static Outcome of(Trial trial, boolean isRight, String message) {
    return new Outcome(
        trial.codeId().isEmpty() ? "link" : "code",
        trial.subject(),
        trial.collaboration().getCreatorId(),
        isRight ? Result.RIGHT : Result.WRONG,
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
