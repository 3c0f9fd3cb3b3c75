package dev.tributary.runtime.group;

import dev.tributary.runtime.api.Rejected;
import dev.tributary.runtime.api.Verdicts;
import dev.tributary.runtime.log.FeedLog;
import dev.tributary.type.v1.Verdict;
import java.util.Collection;
import java.util.TreeMap;

/**
 * What became of a fact.
 *
 * @param verdict the answer to its sender
 * @param shard where it stands in the feed
 * @param sequence where it stands in the shard; 0 if it stands nowhere
 */
public record Written(Verdict verdict, int shard, long sequence) {

  /** A new fact. */
  static Written recorded(int shard, long sequence) {
    return new Written(Verdicts.recorded(), shard, sequence);
  }

  /** A fact that was recorded before, where it stands since then. */
  static Written alreadyRecorded(int shard, long sequence) {
    return new Written(Verdicts.alreadyRecorded(), shard, sequence);
  }

  /** A refused fact. */
  static Written rejected(Rejected why) {
    return new Written(Verdicts.rejected(why), 0, 0);
  }

  /** Where facts stand, as the API answers it; empty when none of them stands in the feed. */
  public static String position(FeedLog log, Collection<Written> facts) {
    var newest = new TreeMap<Integer, Long>();
    for (Written fact : facts) {
      if (fact.sequence > 0) {
        newest.merge(fact.shard, fact.sequence, Math::max);
      }
    }
    return newest.isEmpty() ? "" : log.position(newest).encode();
  }
}
