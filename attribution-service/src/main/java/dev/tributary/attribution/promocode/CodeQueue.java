package dev.tributary.attribution.promocode;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;
import java.util.stream.Stream;

/** The codes of one wish, best first, made a few at a time. */
final class CodeQueue {
  /** Most creators find a free one among so many. */
  private static final int AHEAD = 16;

  private final Iterator<String> source;
  private final Deque<String> ahead = new ArrayDeque<>();

  CodeQueue(Stream<String> codes) {
    this.source = codes.iterator();
  }

  /** The next codes, which stay in the queue. */
  Collection<String> lookAhead() {
    while (ahead.size() < AHEAD && source.hasNext()) {
      ahead.add(source.next());
    }
    return ahead;
  }

  /** Takes the next code out; empty when there is none that was looked at. */
  Optional<String> poll() {
    return Optional.ofNullable(ahead.poll());
  }

  /** Whether everything that was looked at is taken out. */
  boolean isEmpty() {
    return ahead.isEmpty();
  }
}
