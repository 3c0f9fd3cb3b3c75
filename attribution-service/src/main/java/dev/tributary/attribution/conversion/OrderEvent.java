package dev.tributary.attribution.conversion;

/** Something that was sent for an order, on its way to be written. */
sealed interface OrderEvent permits SentConversion, SentChange {
  /** Whose order it is. */
  String workspace();

  /** The order. */
  ConversionKey key();

  /** The shard that everything of the order lives in. */
  int shard();
}
