package dev.tributary.attribution.conversion;

/**
 * A refund or an amendment as it was sent.
 *
 * @param workspace whose order it is for
 * @param change the refund or amendment
 * @param shard the order's
 */
record SentChange(String workspace, Change change, int shard) implements OrderEvent {

  static SentChange of(String workspace, Change change) {
    return new SentChange(workspace, change, change.key().shard(workspace));
  }

  @Override
  public ConversionKey key() {
    return change.key();
  }
}
