package dev.tributary.runtime.feed;

import dev.tributary.runtime.log.Positions;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How far a feed has been applied here, and how much more of it is known.
 *
 * @param positions everything up to here is applied and committed
 * @param recordTime when the newest applied entry was written to the feed; empty before the first
 * @param head the end of the feed as last heard of; at or after the positions
 * @param missingTime no known entry that is not applied yet was written before this; empty when all
 *     known entries are applied
 */
public record AppliedPosition(
    Positions positions,
    Optional<Instant> recordTime,
    Positions head,
    Optional<Instant> missingTime) {

  /** The start of a feed of which only the name is known. */
  static AppliedPosition none(String feed) {
    Positions start = Positions.empty(feed);
    return new AppliedPosition(start, Optional.empty(), start, Optional.empty());
  }

  /** The same position with what a page tells about the feed before it is applied. */
  AppliedPosition knowing(FeedPage<?> page) {
    Optional<Instant> oldest =
        Stream.concat(missingTime.stream(), page.oldestTime().stream()).min(Instant::compareTo);
    return new AppliedPosition(positions, recordTime, page.head(), oldest);
  }

  /** The position after a page that follows this one. */
  AppliedPosition after(FeedPage<?> page) {
    Optional<Instant> newest =
        Stream.concat(recordTime.stream(), page.recordTime().stream()).max(Instant::compareTo);
    return new AppliedPosition(page.next(), newest, page.head(), page.missingTime());
  }

  /**
   * This position, with what the other knows of the feed beyond it, if that is more. The other
   * knows more while its process holds a page that it has not applied or cannot apply.
   */
  AppliedPosition orBetterKnownAs(AppliedPosition other) {
    boolean more = other.positions.equals(positions) && other.head.covers(head);
    return more ? other : this;
  }

  /** What is known and not applied. */
  public Lag lagAt(Instant now) {
    long entries = positions.entriesUpTo(head);
    if (entries == 0) {
      return Lag.NONE;
    }
    Duration age = missingTime.map(time -> Duration.between(time, now)).orElse(Duration.ZERO);
    // The feed's clock may be ahead of ours.
    return new Lag(entries, age.isNegative() ? Duration.ZERO : age);
  }
}
