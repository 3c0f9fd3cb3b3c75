package dev.tributary.ingestion.catalog;

import dev.tributary.ingestion.v1.CatalogResult;
import dev.tributary.runtime.log.Positions;
import java.util.List;

/**
 * What became of a batch.
 *
 * @param results one for each item, in the order of the items
 * @param position covers every item that was not refused
 */
record PutOutcome(List<CatalogResult> results, Positions position) {
  PutOutcome {
    results = List.copyOf(results);
  }
}
