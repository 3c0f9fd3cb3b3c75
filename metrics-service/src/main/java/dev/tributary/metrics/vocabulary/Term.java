package dev.tributary.metrics.vocabulary;

import dev.tributary.metrics.fact.ContentFormat;
import dev.tributary.metrics.fact.Platform;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * One row of the vocabulary: what a name meant on a platform for a time.
 *
 * @param platform where
 * @param nativeName the name that a source gives
 * @param metric the canonical metric that it is
 * @param formats formats of content for which it is that
 * @param definitionId names the platform's rule of counting, for example {@code
 *     instagram.views.2025}
 * @param validFrom first instant; absent when from the beginning
 * @param validTo end, exclusive; absent when still valid
 * @param successor the name that the platform gives instead after the end; empty when there is none
 * @param preference of two names for one metric in one observation, the one with the smaller number
 *     counts
 */
public record Term(
    Platform platform,
    String nativeName,
    String metric,
    Set<ContentFormat> formats,
    String definitionId,
    Optional<Instant> validFrom,
    Optional<Instant> validTo,
    String successor,
    int preference) {

  /** Keeps the formats unchangeable. */
  public Term {
    formats = Set.copyOf(formats);
  }

  /** The same under other names. */
  Term named(String otherName, String otherMetric) {
    return new Term(
        platform,
        otherName,
        otherMetric,
        formats,
        definitionId,
        validFrom,
        validTo,
        successor,
        preference);
  }

  /** Whether it held at the moment. */
  public boolean isValidAt(Instant time) {
    return validFrom.map(from -> !time.isBefore(from)).orElse(true)
        && validTo.map(time::isBefore).orElse(true);
  }

  /** Whether there is a moment and a format for which both hold. */
  public boolean overlaps(Term other) {
    return formats.stream().anyMatch(other.formats::contains)
        && startsBeforeEndOf(other)
        && other.startsBeforeEndOf(this);
  }

  private boolean startsBeforeEndOf(Term other) {
    return validFrom.isEmpty()
        || other.validTo.isEmpty()
        || validFrom.get().isBefore(other.validTo.get());
  }
}
