package dev.tributary.bench.store;

import dev.tributary.bench.load.Touches;
import dev.tributary.bench.process.ServiceProcess;
import dev.tributary.runtime.identity.PersonHasher;
import dev.tributary.runtime.log.Shards;
import dev.tributary.runtime.settings.Secret;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.IntPredicate;

/** New rows for the table touch, with the next places of their shards. Not thread-safe. */
final class TouchRows {
  private static final Duration HISTORY = Duration.ofDays(20);

  private final PersonHasher hasher =
      PersonHasher.open(Optional.of(new Secret(ServiceProcess.ID_KEY)), Path.of("unused"), false);
  private final long[] last;
  private final Touches touches;

  /**
   * Rows after those that are there.
   *
   * @param last sequence of each shard; copied
   */
  TouchRows(long persons, long seed, long[] last) {
    if (last.length != Shards.COUNT) {
      throw new IllegalArgumentException(
          "shards: " + last.length + " (expected: " + Shards.COUNT + ")");
    }
    this.touches = new Touches(persons, seed);
    this.last = last.clone();
  }

  /** The next row on one of the wanted shards, recorded now. */
  TouchRow next(IntPredicate shards) {
    return next(shards, nowMicros());
  }

  /**
   * A row of the past.
   *
   * @param age 1 is the oldest, 0 is now
   */
  TouchRow past(IntPredicate shards, double age) {
    return next(shards, nowMicros() - (long) (age * HISTORY.toNanos() / 1000));
  }

  /** Sequences given so far, by shard. */
  long[] last() {
    return last.clone();
  }

  private TouchRow next(IntPredicate shards, long timeMicros) {
    TouchRow row = TouchRow.of(touches.nextNew(), hasher, timeMicros);
    while (!shards.test(row.shard())) {
      row = TouchRow.of(touches.nextNew(), hasher, timeMicros);
    }
    return row.at(++last[row.shard()]);
  }

  private static long nowMicros() {
    return System.currentTimeMillis() * 1000;
  }
}
