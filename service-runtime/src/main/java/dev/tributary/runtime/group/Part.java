package dev.tributary.runtime.group;

import java.util.ArrayList;
import java.util.List;

/** The items of one call that go to one shard; they stay together and in order. */
final class Part<I> {
  private final Call<?> call;
  private final long sinceNanos;
  private final List<Queued<I>> items = new ArrayList<>(1);

  Part(Call<?> call, long sinceNanos) {
    this.call = call;
    this.sinceNanos = sinceNanos;
  }

  Call<?> call() {
    return call;
  }

  /** When it came, on the clock of {@link System#nanoTime()}. */
  long sinceNanos() {
    return sinceNanos;
  }

  List<Queued<I>> items() {
    return items;
  }
}
