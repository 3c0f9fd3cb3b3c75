package dev.tributary.attribution.hold;

import dev.tributary.attribution.conversion.ConversionKey;
import dev.tributary.attribution.conversion.OrderKeys;
import dev.tributary.attribution.conversion.Place;
import dev.tributary.attribution.request.TimeRange;
import dev.tributary.runtime.database.Database;
import dev.tributary.runtime.log.FeedLog;
import dev.tributary.runtime.log.Heads;
import dev.tributary.runtime.log.Positions;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Judges earlier orders by the rules, settings and identities of now. */
public final class HoldReplay {
  /** Differences that are told one by one. */
  private static final int LISTED_MAX = 1_000;

  private final Database database;
  private final FeedLog log;
  private final HoldJudge judge;
  private final Holds holds;
  private final Runnable committed;
  private final Clock clock;
  private final OrderKeys orderKeys = new OrderKeys();

  /**
   * Replays of one database.
   *
   * @param committed is told after every write that the feed has grown
   * @param clock tells when something would be done that is only asked about
   */
  public HoldReplay(
      Database database,
      FeedLog log,
      HoldJudge judge,
      Holds holds,
      Runnable committed,
      Clock clock) {
    this.database = database;
    this.log = log;
    this.judge = judge;
    this.holds = holds;
    this.committed = committed;
    this.clock = clock;
  }

  /**
   * Judges the orders of a time, a group in a transaction.
   *
   * @param validateOnly whether nothing is changed
   */
  Replayed run(
      String workspace, Optional<String> storefrontId, TimeRange range, boolean validateOnly) {
    Positions written = Positions.empty(log.feedName());
    List<HoldDifference> listed = new ArrayList<>();
    long orders = 0;
    long differences = 0;
    List<Place> group = group(workspace, storefrontId, range, Optional.empty());
    while (!group.isEmpty()) {
      List<ConversionKey> keys = group.stream().map(Place::key).toList();
      Group judged =
          validateOnly
              ? database.snapshot(handle -> judged(handle, workspace, keys, clock.instant()))
              : database.write(handle -> applied(handle, workspace, keys));
      orders += keys.size();
      differences += judged.differences.size();
      written = written.merge(judged.position);
      judged.differences.stream().limit(LISTED_MAX - listed.size()).forEach(listed::add);
      committed.run();
      group = group(workspace, storefrontId, range, Optional.of(group.get(group.size() - 1)));
    }
    return new Replayed(judge.ruleVersion(), orders, differences, listed, written);
  }

  private List<Place> group(
      String workspace, Optional<String> storefrontId, TimeRange range, Optional<Place> after) {
    return database.read(handle -> orderKeys.group(handle, workspace, storefrontId, range, after));
  }

  private Group judged(Handle handle, String workspace, List<ConversionKey> keys, Instant now) {
    Map<ConversionKey, List<Finding>> findings = judge.findings(handle, workspace, keys);
    List<HoldDifference> differences = new ArrayList<>();
    for (OrderHolds before : holds.of(handle, workspace, keys).values()) {
      before
          .judged(findings.getOrDefault(before.key(), List.of()), judge.ruleVersion(), now)
          .changedSince(before)
          .forEach(hold -> differences.add(new HoldDifference(hold)));
    }
    return new Group(differences, Positions.empty(log.feedName()));
  }

  private Group applied(Handle handle, String workspace, List<ConversionKey> keys) {
    Heads heads =
        log.lock(handle, keys.stream().map(key -> key.shard(workspace)).distinct().toList());
    Instant now = heads.recordTime();
    Group judged = judged(handle, workspace, keys, now);
    if (!judged.differences.isEmpty()) {
      Map<ConversionKey, List<Finding>> findings = judge.findings(handle, workspace, keys);
      Set<ConversionKey> unused =
          holds.change(
              handle,
              heads,
              workspace,
              keys,
              each ->
                  each.judged(
                      findings.getOrDefault(each.key(), List.of()), judge.ruleVersion(), now));
    }
    return new Group(judged.differences, heads.finish());
  }

  private record Group(List<HoldDifference> differences, Positions position) {}

  /**
   * What came of a replay.
   *
   * @param ruleVersion version of the rules that judged
   * @param orders orders judged
   * @param differences differences found
   * @param listed the first of them
   * @param position where it stands in the feed
   */
  record Replayed(
      int ruleVersion,
      long orders,
      long differences,
      List<HoldDifference> listed,
      Positions position) {}
}
