package dev.tributary.local.importing;

import dev.tributary.ingestion.v1.Counter;
import dev.tributary.ingestion.v1.Observation;
import dev.tributary.ingestion.v1.PutPost;
import dev.tributary.local.client.WritePositions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Adds up the rows that break one number down, and sends the sums at the end of the file. What it
 * keeps grows with the posts and days of the file, not with its rows.
 */
final class BrokenDownSink implements RowSink {
  private static final int SUMS_MAX = 500_000;

  private final RowTable<PostReader.PostWithCounters> table;
  private final Lane<PutPost, ?> posts;
  private final Lane<Observation, ?> observations;
  private final WritePositions positions;
  private final SpareColumns spare;
  private final Map<Observation, Sum> sums = new LinkedHashMap<>();
  private final Map<String, PutPost> postById = new LinkedHashMap<>();
  private final Map<String, Long> totals = new TreeMap<>();

  BrokenDownSink(
      RowTable<PostReader.PostWithCounters> table,
      Calls calls,
      SpareColumns spare,
      WritePositions positions) {
    this.table = table;
    this.posts = Lane.quiet(calls.posts().reading(Existing::kept));
    this.observations = new Lane<>(calls.observations(), (seen, verdict) -> count(seen));
    this.spare = spare;
    this.positions = positions;
  }

  /** An observation and the rows that it is the sum of. */
  private static final class Sum {
    private final List<Long> lines = new ArrayList<>(1);
    private Observation observation;

    private Sum(Observation first) {
      this.observation = first;
    }
  }

  @Override
  public void add(CsvRow row) throws RowRejected {
    PostReader.PostWithCounters parts = table.parse(row);
    if (parts.counters().isEmpty()) {
      throw RowRejected.missing("counters");
    }
    Observation seen = parts.counters().get();
    Observation key = BrokenDown.key(seen);
    Sum sum = sums.get(key);
    if (sum == null) {
      requireRoom();
      sum = new Sum(seen);
      sums.put(key, sum);
    } else {
      sum.observation = BrokenDown.plus(sum.observation, seen);
    }
    sum.lines.add(row.lineNumber());
    parts.post().ifPresent(post -> postById.putIfAbsent(post.getPost().getPostId(), post));
  }

  @Override
  public List<Outcome> flush() {
    return List.of();
  }

  @Override
  public List<Outcome> finish() {
    RowVerdicts verdicts = new RowVerdicts();
    for (Sum sum : sums.values()) {
      PutPost post = postById.get(sum.observation.getPostCounters().getPostId());
      for (long line : sum.lines) {
        if (post != null) {
          posts.add(line, post);
        }
        observations.add(line, sum.observation);
      }
    }
    posts.send(verdicts, positions);
    observations.send(verdicts, positions);
    drop();
    return verdicts.outcomes();
  }

  @Override
  public boolean holdsRows() {
    return !sums.isEmpty();
  }

  @Override
  public void drop() {
    sums.clear();
    postById.clear();
  }

  @Override
  public List<String> summary() {
    List<String> summary = new ArrayList<>();
    totals.forEach((metric, total) -> summary.add("%s: %,d in all".formatted(metric, total)));
    summary.addAll(spare.summary());
    return summary;
  }

  private void requireRoom() {
    if (sums.size() >= SUMS_MAX) {
      throw new IllegalArgumentException(
          "more than %,d sums of posts and days (expected: a shorter span, split the file by month)"
              .formatted(SUMS_MAX));
    }
  }

  private void count(Observation seen) {
    for (Counter counter : seen.getPostCounters().getCountersList()) {
      if (counter.hasCount()) {
        totals.merge(counter.getMetric(), counter.getCount(), Long::sum);
      }
    }
    if (seen.getWebTraffic().hasSessions()) {
      totals.merge("sessions", seen.getWebTraffic().getSessions(), Long::sum);
    }
  }
}
