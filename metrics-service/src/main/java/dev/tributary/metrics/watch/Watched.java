package dev.tributary.metrics.watch;

/**
 * Something that changes now and then, and messages about it.
 *
 * @param <R> messages
 */
public interface Watched<R> {
  /** Cheap to ask for; equal to the one before as long as nothing can have changed. */
  Object state();

  /** A message about everything; may take long. */
  R message();

  /** Whether a message tells nothing that another one did not. */
  boolean isSame(R before, R now);

  /** A message that only says that nothing changed. */
  R heartbeat();
}
