package dev.tributary.ingestion.observation;

import dev.tributary.runtime.log.Positions;
import dev.tributary.type.v1.Verdict;
import java.util.List;

/**
 * What became of a batch.
 *
 * @param results one for each observation, in the order of the observations
 * @param position covers every observation that was not refused
 */
record RecordOutcome(List<Verdict> results, Positions position) {
  RecordOutcome {
    results = List.copyOf(results);
  }
}
