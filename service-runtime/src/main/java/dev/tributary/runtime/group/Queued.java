package dev.tributary.runtime.group;

/**
 * An item that waits to be written, or is being written.
 *
 * @param <I> the item
 */
public final class Queued<I> {
  private final I item;
  private final Call<?> call;
  private final int index;
  private final int shard;

  Queued(I item, Call<?> call, int index, int shard) {
    this.item = item;
    this.call = call;
    this.index = index;
    this.shard = shard;
  }

  /** The item. */
  public I item() {
    return item;
  }

  /** Whether both came with the same call, which tells a contradiction from a later resend. */
  public boolean isOfSameCallAs(Queued<I> other) {
    return call == other.call;
  }

  Call<?> call() {
    return call;
  }

  /** Its place among the items of its call. */
  int index() {
    return index;
  }

  int shard() {
    return shard;
  }
}
