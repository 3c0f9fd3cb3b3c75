package dev.tributary.attribution.identity;

import dev.tributary.runtime.identity.PersonKey;
import java.time.Instant;

/**
 * A time of a visitor.
 *
 * @param visitor hash of the visitor
 * @param start when it begins, included
 * @param end when it ends, not included
 */
public record VisitorSpan(PersonKey visitor, Instant start, Instant end) {
  /** All of a visitor's time. */
  public static VisitorSpan always(PersonKey visitor) {
    return new VisitorSpan(visitor, Instant.MIN, Instant.MAX);
  }

  /** Whether something that the visitor did lies inside. */
  boolean has(PersonKey who, Instant time) {
    return visitor.equals(who) && !time.isBefore(start) && time.isBefore(end);
  }
}
