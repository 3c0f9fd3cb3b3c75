package dev.tributary.runtime.group;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The items of one caller, which may be written by several groups. Answered when the last of them
 * is written, failed when the first of them fails; what is still queued then is left out. Keeps its
 * room in the queue until nothing of it is queued any more.
 */
final class Call<R> {
  private final CompletableFuture<GroupAnswer<R>> answer = new CompletableFuture<>();
  private final @Nullable Object[] results;
  private final Room room;
  private final String workspace;
  private final long bytes;
  private int open;
  private int largestGroup;

  Call(String workspace, int items, long bytes, Room room) {
    this.workspace = workspace;
    this.results = new Object[items];
    this.open = items;
    this.bytes = bytes;
    this.room = room;
  }

  CompletableFuture<GroupAnswer<R>> answer() {
    return answer;
  }

  /** Whether nobody waits for the rest: it failed, or its caller went away. */
  boolean isOver() {
    return answer.isDone();
  }

  /** Takes the result of one item; a group tells its size with each. */
  void put(int index, R result, int groupItems) {
    synchronized (this) {
      results[index] = result;
      largestGroup = Math.max(largestGroup, groupItems);
    }
    leave(1);
  }

  /** Fails the call for one of its items. */
  void fail(Throwable fault) {
    answer.completeExceptionally(fault);
    leave(1);
  }

  /** Lets go of items that will not be written, since the call is over. */
  void leave(int items) {
    boolean last;
    synchronized (this) {
      open -= items;
      last = open == 0;
    }
    if (last) {
      room.leave(workspace, results.length, bytes);
      complete();
    }
  }

  private void complete() {
    if (!answer.isDone()) {
      answer.complete(new GroupAnswer<>(results(), largestGroup, room.items()));
    }
  }

  @SuppressWarnings("unchecked") // Only put() fills the array.
  private List<R> results() {
    return (List<R>) Arrays.asList(results);
  }
}
