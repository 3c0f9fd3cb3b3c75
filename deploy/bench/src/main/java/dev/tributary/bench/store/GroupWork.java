package dev.tributary.bench.store;

/**
 * Something that writes touches to a database, a group in one transaction.
 *
 * @param <G> a group that is ready to be written
 */
public interface GroupWork<G> extends AutoCloseable {
  /** Touches in a group. */
  int GROUP = 1000;

  /**
   * Makes the next group of a writer. Not timed.
   *
   * @param writer its number; writers never share a shard
   */
  G prepare(int writer);

  /**
   * Writes a group; when this returns, it is on disk. Timed.
   *
   * @return rows that are new; the others of the group were resends
   */
  int write(int writer, G group);

  /** Rows in the feed, as the database counts them. */
  long rows();

  @Override
  void close();
}
