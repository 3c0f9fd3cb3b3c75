package dev.tributary.ingestion.observation;

import dev.tributary.runtime.api.Rejected;
import dev.tributary.runtime.api.Verdicts;
import dev.tributary.type.v1.Verdict;
import java.util.OptionalLong;

/**
 * What became of one observation.
 *
 * @param verdict the answer to its sender
 * @param sequence its place in its shard, the original's for a resend; empty if it was refused
 */
record Written(Verdict verdict, OptionalLong sequence) {

  static Written recorded(long sequence) {
    return new Written(Verdicts.recorded(), OptionalLong.of(sequence));
  }

  static Written alreadyRecorded(long sequence) {
    return new Written(Verdicts.alreadyRecorded(), OptionalLong.of(sequence));
  }

  static Written rejected(Rejected refusal) {
    return new Written(Verdicts.rejected(refusal), OptionalLong.empty());
  }
}
