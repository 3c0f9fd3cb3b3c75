package dev.tributary.runtime.group;

import dev.tributary.runtime.testing.Seeds;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Callers that keep calls in flight all the time: as soon as one is answered its caller sends the
 * next, of one to five notes, every tenth of them a resend. Draws everything from a seed.
 */
final class NoteCallers {
  private static final int NOTES_PER_CALL_MAX = 5;
  private static final int SHARDS = 64;

  private final GroupWriter<Note, String> writer;
  private final RandomGenerator random;
  private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
  private int made;
  private volatile boolean stopped;

  NoteCallers(GroupWriter<Note, String> writer, long seed) {
    this.writer = writer;
    this.random = Seeds.random(seed);
  }

  /** Starts so many callers; the future completes when all have got their last answer. */
  CompletableFuture<Void> start(int callers) {
    return CompletableFuture.allOf(
        IntStream.range(0, callers)
            .mapToObj(number -> goOn())
            .toArray(CompletableFuture<?>[]::new));
  }

  /** Lets no caller send again. */
  void stop() {
    stopped = true;
  }

  /** Ids that callers were told to be recorded, now or earlier. */
  Set<String> acknowledged() {
    return Set.copyOf(acknowledged);
  }

  /** The note of an id, always the same. */
  static Note note(String id) {
    return new Note("a", Integer.parseInt(id.substring(1)) % SHARDS, id, "");
  }

  private CompletableFuture<Void> goOn() {
    if (stopped) {
      return CompletableFuture.completedFuture(null);
    }
    List<Note> notes = next();
    return writer
        .submit("a", notes, 1)
        .thenCompose(
            answer -> {
              notes.forEach(note -> acknowledged.add(note.id()));
              return goOn();
            });
  }

  private synchronized List<Note> next() {
    return IntStream.rangeClosed(1, random.nextInt(1, NOTES_PER_CALL_MAX + 1))
        .mapToObj(i -> note("n" + number()))
        .toList();
  }

  private int number() {
    boolean resend = made > 0 && random.nextInt(10) == 0;
    return resend ? random.nextInt(made) : made++;
  }
}
