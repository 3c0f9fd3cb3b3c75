package dev.tributary.attribution.batch;

import dev.tributary.runtime.log.Positions;
import dev.tributary.type.v1.Verdict;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What became of the well-formed items of a batch.
 *
 * @param verdicts one for each item in their order
 * @param positions where they stand in the feed, those recorded before included
 */
public record Recording(List<Verdict> verdicts, Positions positions) {
  /** Keeps its own copy of the verdicts. */
  public Recording {
    verdicts = List.copyOf(verdicts);
  }

  /**
   * What became of items of which some are new and some were recorded before.
   *
   * @param written where the new ones stand
   * @param resent those recorded before
   */
  public static Recording of(
      List<Verdict> verdicts, Positions written, List<Admission.Recorded> resent) {
    Map<Integer, Long> newest = new TreeMap<>(written.sequences());
    resent.forEach(item -> newest.merge(item.shard(), item.sequence(), Math::max));
    return new Recording(verdicts, written.with(newest));
  }

  /** What became of no items at all. */
  public static Recording none(String feed) {
    return new Recording(List.of(), Positions.empty(feed));
  }

  /** The position as the API answers it; empty when nothing stands in the feed. */
  public String position() {
    return positions.sequences().isEmpty() ? "" : positions.encode();
  }
}
