package dev.tributary.metrics.setup;

import java.time.Instant;
import java.util.Optional;

/**
 * A code or link that belongs to a collaboration, as attribution has it and as the catalogue does.
 *
 * @param kind which of the two
 * @param id id of the code or link
 * @param collaborationId whose it is
 * @param creatorId the creator that attribution credits
 * @param campaignId the campaign that attribution credits
 * @param catalogued creator and campaign of that collaboration in the catalogue; absent if it is
 *     not there
 * @param start first instant of use; absent when always
 * @param end end of use, exclusive; absent when without end
 * @param disabled whether it is switched off
 */
public record HandedOut(
    Kind kind,
    String id,
    String collaborationId,
    String creatorId,
    String campaignId,
    Optional<Catalogued> catalogued,
    Optional<Instant> start,
    Optional<Instant> end,
    boolean disabled) {

  /** Whether somebody can use it at some moment of a range. */
  boolean isUsableIn(Instant from, Instant to) {
    return !disabled && start.map(to::isAfter).orElse(true) && end.map(from::isBefore).orElse(true);
  }

  /** Two sorts of what is handed out. */
  public enum Kind {
    /** A promo code. */
    CODE("code"),
    /** A tracking link. */
    LINK("link");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** The word for it. */
    String word() {
      return word;
    }
  }

  /** What the catalogue says of a collaboration. */
  public record Catalogued(String creatorId, String campaignId) {}
}
