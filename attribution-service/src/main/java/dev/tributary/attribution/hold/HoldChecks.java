package dev.tributary.attribution.hold;

import dev.tributary.attribution.conversion.ConversionFactProtos;
import dev.tributary.attribution.conversion.ConversionKey;
import dev.tributary.attribution.feed.FeedKind;
import dev.tributary.attribution.settle.LinkedSuspects;
import dev.tributary.attribution.settle.Settlement;
import dev.tributary.attribution.settle.SettlerStep;
import dev.tributary.runtime.feed.FeedItem;
import dev.tributary.runtime.feed.StoredEntry;
import dev.tributary.runtime.log.Heads;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/**
 * Lets the rules look at every conversion that was decided on, so that recording one waits for no
 * rule. A later decision is a later entry of the feed, so in the end each order is judged as it is
 * credited in the end. What becomes known of a visitor makes it look at the orders of everybody
 * whom that may concern, so it does not matter whether the order or the link came first.
 */
public final class HoldChecks implements SettlerStep {
  private final HoldJudge judge;
  private final Holds holds;
  private final LinkedSuspects linkedSuspects;

  /**
   * Writes what the judge finds.
   *
   * @param linkedSuspects finds the orders that identity links may concern
   */
  public HoldChecks(HoldJudge judge, Holds holds, LinkedSuspects linkedSuspects) {
    this.judge = judge;
    this.holds = holds;
    this.linkedSuspects = linkedSuspects;
  }

  @Override
  public Optional<Settlement> due(Handle handle, List<FeedItem<StoredEntry>> items) {
    Map<String, Set<ConversionKey>> decided = linkedSuspects.ordersOf(handle, items);
    for (FeedItem<StoredEntry> item : items) {
      if (item.entry().kind().equals(FeedKind.CONVERSION.stored())) {
        ConversionFactProtos.unlessTest(item.entry().payload())
            .ifPresent(
                key ->
                    decided
                        .computeIfAbsent(item.workspace(), absent -> new LinkedHashSet<>())
                        .add(key));
      }
    }
    Map<String, Set<ConversionKey>> due = new TreeMap<>();
    decided.forEach(
        (workspace, keys) -> {
          Set<ConversionKey> changing = changing(handle, workspace, keys);
          if (!changing.isEmpty()) {
            due.put(workspace, changing);
          }
        });
    return due.isEmpty() ? Optional.empty() : Optional.of(new Judged(due));
  }

  /** The orders whose holds are not what the rules say. */
  private Set<ConversionKey> changing(
      Handle handle, String workspace, Collection<ConversionKey> keys) {
    Map<ConversionKey, List<Finding>> findings = judge.findings(handle, workspace, keys);
    Set<ConversionKey> changing = new LinkedHashSet<>();
    holds
        .ofConcerned(handle, workspace, keys, findings)
        .forEach(
            (key, now) -> {
              List<Finding> found = findings.getOrDefault(key, List.of());
              if (!now.judged(found, judge.ruleVersion(), Instant.EPOCH).equals(now)) {
                changing.add(key);
              }
            });
    return changing;
  }

  /** Orders to judge again under the lock, since callers and other steps may have changed them. */
  private final class Judged implements Settlement {
    private final Map<String, Set<ConversionKey>> due;

    Judged(Map<String, Set<ConversionKey>> due) {
      this.due = due;
    }

    @Override
    public Set<Integer> shards() {
      Set<Integer> shards = new TreeSet<>();
      due.forEach((workspace, keys) -> keys.forEach(key -> shards.add(key.shard(workspace))));
      return shards;
    }

    @Override
    public void write(Handle handle, Heads heads) {
      due.forEach(
          (workspace, keys) -> {
            Map<ConversionKey, List<Finding>> findings = judge.findings(handle, workspace, keys);
            Set<ConversionKey> unused =
                holds.change(
                    handle,
                    heads,
                    workspace,
                    keys,
                    now ->
                        now.judged(
                            findings.getOrDefault(now.key(), List.of()),
                            judge.ruleVersion(),
                            heads.recordTime()));
          });
    }
  }
}
