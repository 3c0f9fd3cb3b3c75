package dev.tributary.runtime.group;

import dev.tributary.type.v1.Verdict;
import dev.tributary.type.v1.WriteLoad;
import java.util.List;

/**
 * What became of a batch of facts.
 *
 * @param verdicts one for each item of the batch, in their order
 * @param position where they stand in the feed, as the API answers it; empty when none does
 * @param load how busy the writers were
 */
public record RecordedFacts(List<Verdict> verdicts, String position, WriteLoad load) {}
