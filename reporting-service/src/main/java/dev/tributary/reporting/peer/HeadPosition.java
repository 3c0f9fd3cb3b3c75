package dev.tributary.reporting.peer;

import io.grpc.Context;
import io.grpc.Context.CancellableContext;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.function.UnaryOperator;

/**
 * Where a feed stands now. The first message of a stream tells it; the stream is ended at once. The
 * position read last serves as the next cursor, so that the message brings the newest entries at
 * most, and not the oldest thousand.
 */
final class HeadPosition {
  private final UnaryOperator<String> firstHeadAfter;
  private volatile String cursor = "";

  /**
   * The head of one feed.
   *
   * @param firstHeadAfter opens the feed after a cursor and gives the head of its first message
   */
  HeadPosition(UnaryOperator<String> firstHeadAfter) {
    this.firstHeadAfter = firstHeadAfter;
  }

  /** Everything acknowledged before this call is at or before the position. */
  String read() {
    String position = readAfter(cursor);
    cursor = position;
    return position;
  }

  private String readAfter(String known) {
    try {
      return first(known);
    } catch (StatusRuntimeException refused) {
      boolean cursorUnknown = refused.getStatus().getCode() == Status.Code.INVALID_ARGUMENT;
      if (known.isEmpty() || !cursorUnknown) {
        throw refused;
      }
      // The feed began anew, for example with a fresh database.
      return first("");
    }
  }

  private String first(String after) {
    CancellableContext stream = Context.current().withCancellation();
    Context before = stream.attach();
    try {
      return firstHeadAfter.apply(after);
    } finally {
      stream.detach(before);
      stream.cancel(null);
    }
  }
}
