package dev.tributary.runtime.api;

/** The size that a batch may have. */
public final class Batches {
  /** Most items of one batch. */
  public static final int ITEMS_MAX = 1000;

  private Batches() {}

  /**
   * Lets batches of 1 to {@value #ITEMS_MAX} items pass.
   *
   * @param field name of the repeated field, for the message
   * @throws ApiException BATCH_SIZE otherwise; nothing may be recorded then
   */
  public static void check(String field, int count) {
    if (count < 1 || count > ITEMS_MAX) {
      throw ApiException.batchSize(field, count, ITEMS_MAX);
    }
  }
}
