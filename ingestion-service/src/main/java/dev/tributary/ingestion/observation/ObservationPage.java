package dev.tributary.ingestion.observation;

import dev.tributary.ingestion.v1.Observation;
import java.util.List;

/**
 * One page of a list.
 *
 * @param observations newest observed time first, of one time the last received first
 * @param nextToken token of the next page; empty on the last
 */
record ObservationPage(List<Observation> observations, String nextToken) {
  ObservationPage {
    observations = List.copyOf(observations);
  }
}
